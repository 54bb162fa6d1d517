import type { User } from '../../domain/user.ts'
import type { Attempt } from './attempt.ts'
import type { Situation } from './challenges/challenge.ts'
import { roundsOn } from './rounds-on.ts'
import { saltOf } from './salt-of.ts'

/** The attempt at its next question, of a user as a right answer left them. */
export function oneStepOn(
  situation: Situation,
  user: User,
  place: Pick<Attempt, 'proofs' | 'asked' | 'expiresAt' | 'demands'>,
): Situation {
  const { attempt } = situation
  const provedPassword = saltOf(user)
  const deviceKey = situation.device?.key
  const told = roundsOn(attempt)
  return {
    ...situation,
    user,
    attempt: { ...attempt, ...told, ...place, provedPassword, deviceKey, step: attempt.step + 1 },
  }
}
