import type { Failure } from './functions.ts'

/** What a runtime says of an error: `errorMessage` and `errorType`, in JSON. Anything else is an error without words. */
export function readRuntimeError(text: string): Failure {
  const said = parsed(text)
  return { kind: 'threw', errorMessage: textOf(said['errorMessage']), errorType: textOf(said['errorType']) || 'Error' }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
