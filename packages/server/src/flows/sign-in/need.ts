import { missingParameter } from '../../domain/refusals.ts'

/** A parameter that the operation cannot do without. */
export function need(parameters: Readonly<Record<string, string>>, name: string): string {
  const value = parameters[name]
  if (!value) throw missingParameter(name)
  return value
}
