import type { AcrLevel } from '../../domain/acr-level.ts'
import type { Proof } from './attempt.ts'
import { methodsShown } from './methods-shown.ts'
import { firstFactorsTowards, reaches, secondFactorsTowards, type Factors } from './towards-level.ts'

/** Whether somebody who can show these factors gets from what was shown to a level. */
export function canReach(level: AcrLevel, proofs: readonly Proof[], factors: Factors): boolean {
  const shown = methodsShown(proofs)
  return (
    reaches(level, shown) ||
    secondFactorsTowards(level, shown, factors.second).length > 0 ||
    firstFactorsTowards(level, shown, factors).length > 0
  )
}
