import type { AcrLevel } from '../../domain/acr-level.ts'
import type { Situation } from './challenges/challenge.ts'
import { factorsOf } from './factors-of.ts'
import { methodsShown } from './methods-shown.ts'
import { firstFactorsTowards, reaches, secondFactorsTowards } from './towards-level.ts'

/** Whether the user has what it takes to get from what was shown to a level. */
export function canReach(level: AcrLevel, situation: Situation): boolean {
  const shown = methodsShown(situation.attempt.proofs)
  const factors = factorsOf(situation)
  return (
    reaches(level, shown) ||
    secondFactorsTowards(level, shown, factors.second).length > 0 ||
    firstFactorsTowards(level, shown, factors).length > 0
  )
}
