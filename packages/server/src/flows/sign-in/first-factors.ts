import type { FirstFactor } from '../../domain/first-factor.ts'
import type { Situation } from './challenges/challenge.ts'
import { factorsOf } from './factors-of.ts'
import { methodsShown } from './methods-shown.ts'
import { firstFactorsTowards } from './towards-level.ts'

/** What a sign-in by choice can begin with; with a level to reach, what leads there. */
export function firstFactors(situation: Situation): readonly FirstFactor[] {
  const { aim, proofs } = situation.attempt
  const factors = factorsOf(situation)
  return aim === undefined ? factors.first : firstFactorsTowards(aim, methodsShown(proofs), factors)
}
