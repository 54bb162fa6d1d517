import { invalid } from '../../domain/refusals.ts'
import { need } from './need.ts'

/** The bounds of a username, which the model does not set for a parameter; the client carries the name for us. */
export function usernameIn(parameters: Readonly<Record<string, string>>): string {
  const name = need(parameters, 'USERNAME')
  if (name.length > 128) throw invalid('USERNAME must have length less than or equal to 128')
  if (!/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u.test(name)) throw invalid('USERNAME has characters that no username has')
  return name
}
