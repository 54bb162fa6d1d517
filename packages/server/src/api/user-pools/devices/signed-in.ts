import { accessTokenInvalid } from '../../../domain/refusals.ts'
import type { Callers, SignedInUser } from '../../callers.ts'

/** The model lets the access token out; but nothing else says whose devices are asked for. */
export function signedIn(caller: Callers['user-or-session']): SignedInUser {
  if (caller.kind !== 'user') throw accessTokenInvalid()
  return caller
}
