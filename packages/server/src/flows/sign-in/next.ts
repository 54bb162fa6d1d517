import type { ChallengeNameType } from '@cognate/wire/user-pools.ts'
import type { User } from '../../domain/user.ts'
import type { Proof } from './attempt.ts'

/** The one place that decides what a sign-in still lacks. Undefined: nothing, let them in. */
export function nextChallenge(proofs: readonly Proof[], user: User): ChallengeNameType | undefined {
  if (!proofs.includes('PASSWORD')) return 'PASSWORD'
  if (user.status === 'FORCE_CHANGE_PASSWORD' && !proofs.includes('NEW_PASSWORD')) return 'NEW_PASSWORD_REQUIRED'
  return undefined
}
