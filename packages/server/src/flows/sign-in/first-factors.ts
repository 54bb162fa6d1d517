import type { FirstFactor } from '../../domain/first-factor.ts'
import { hidesUserExistence } from '../../domain/user-existence.ts'
import type { Situation } from './challenges/challenge.ts'
import { askedFactorsOf, factorsOf, seemingFactorsOf } from './factors-of.ts'
import { methodsShown } from './methods-shown.ts'
import { firstFactorsTowards } from './towards-level.ts'

/**
 * What a sign-in by choice can begin with; with a level to reach, what leads there. That a user has not what it takes is
 * told to nobody who showed nothing, where the client hides who exists.
 */
export function firstFactors(situation: Situation): readonly FirstFactor[] {
  const { aim, proofs } = situation.attempt
  const factors = factorsOf(situation)
  if (aim === undefined) return factors.first
  if (proofs.length > 0 || !hidesUserExistence(situation.client))
    return firstFactorsTowards(aim, methodsShown(proofs), factors)
  const leading = firstFactorsTowards(aim, [], askedFactorsOf(situation))
  return leading.length > 0 ? leading : firstFactorsTowards(aim, [], seemingFactorsOf(situation))
}
