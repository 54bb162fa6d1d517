import {
  passwordResetRequired,
  temporaryPasswordExpired,
  userDisabled,
  userNotConfirmed,
} from '../../domain/refusals.ts'
import type { Proof } from './attempt.ts'
import type { RightAnswer } from './challenges/challenge.ts'

/**
 * Why somebody who gave the right answer may not go on all the same; undefined when they may. What is wrong with a password
 * keeps nobody out who showed none: people who were imported sign in with a code at once.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export function refusalByStatus(
  { before, user }: Pick<RightAnswer, 'before' | 'user'>,
  proofs: readonly Proof[],
  now: number,
): Error | undefined {
  if (!before.enabled) return userDisabled()
  if (user.status === 'UNCONFIRMED') return userNotConfirmed()
  if (!proofs.includes('PASSWORD')) return undefined
  if (before.status === 'RESET_REQUIRED') return passwordResetRequired()
  const temporaryUntil = before.credentials.password?.temporaryUntil
  if (temporaryUntil !== undefined && temporaryUntil <= now) return temporaryPasswordExpired()
  return undefined
}
