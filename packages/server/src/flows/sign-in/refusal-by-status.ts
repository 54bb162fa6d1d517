import {
  passwordResetRequired,
  temporaryPasswordExpired,
  userDisabled,
  userNotConfirmed,
} from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'

/** Why somebody who gave the right answer may not go on all the same; undefined when they may. */
export function refusalByStatus(user: User, now: number): Error | undefined {
  if (!user.enabled) return userDisabled()
  if (user.status === 'UNCONFIRMED') return userNotConfirmed()
  if (user.status === 'RESET_REQUIRED') return passwordResetRequired()
  const temporaryUntil = user.credentials.password?.temporaryUntil
  if (temporaryUntil !== undefined && temporaryUntil <= now) return temporaryPasswordExpired()
  return undefined
}
