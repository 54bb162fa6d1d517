import type { BoundedToken } from '../../crypto/opaque-token.ts'
import { challengeTooLong } from '../../domain/refusals.ts'
import type { Attempt } from './attempt.ts'

/** What the client carries of a sign-in. Only functions can have more to say than that holds. */
export function sealAttempt(attempt: Attempt, token: BoundedToken<Attempt>): string {
  if (attempt.rounds && !token.fits(attempt)) throw challengeTooLong()
  return token.seal(attempt)
}
