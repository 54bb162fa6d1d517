import type { FirstFactor } from '../../../domain/first-factor.ts'
import { challengeNotAvailable } from '../../../domain/refusals.ts'
import { firstFactors } from '../first-factors.ts'
import type { Challenge } from './challenge.ts'

/** A question whose answer counts as long as its user can begin with it: something may have changed since it was asked. */
export function whileAvailable(factor: FirstFactor, challenge: Challenge): Challenge {
  return {
    ...challenge,

    async judge(answers, situation, world) {
      if (!firstFactors(situation).includes(factor)) throw challengeNotAvailable()
      return challenge.judge(answers, situation, world)
    },
  }
}
