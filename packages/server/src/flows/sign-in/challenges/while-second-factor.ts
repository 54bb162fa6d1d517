import type { FirstFactor } from '../../../domain/first-factor.ts'
import type { MfaFactor } from '../../../domain/mfa-factor.ts'
import { challengeNotAvailable } from '../../../domain/refusals.ts'
import { riskFactors } from '../../../domain/risk-factors.ts'
import type { User } from '../../../domain/user.ts'
import { firstFactors } from '../first-factors.ts'
import { secondFactors } from '../next.ts'
import type { Challenge, Situation } from './challenge.ts'

/** A second factor that counts as long as the user would be asked for it: it may have been turned off since it was. */
export function whileSecondFactor(factor: MfaFactor, challenge: Challenge): Challenge {
  return {
    ...challenge,

    async judge(answers, situation, world) {
      const { user } = situation
      if (user && !factorsNow(situation, user).includes(factor)) throw challengeNotAvailable()
      return challenge.judge(answers, situation, world)
    },
  }
}

/** A risk asks for what is turned off too; towards a level, a first factor may come second. */
function factorsNow(situation: Situation, user: User): readonly (MfaFactor | FirstFactor)[] {
  const { attempt, pool } = situation
  const { aim, demands, proofs } = attempt
  if (demands) return riskFactors(pool, user, proofs)
  const second = secondFactors({ aim, proofs, pool, user })
  return aim === undefined ? second : [...second, ...firstFactors(situation)]
}
