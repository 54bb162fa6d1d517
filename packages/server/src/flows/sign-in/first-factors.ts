import type { FirstFactor } from '../../domain/first-factor.ts'
import { firstFactorsOf, firstFactorsOfNobody } from '../../domain/first-factors.ts'
import type { Situation } from './challenges/challenge.ts'

/** What a sign-in by choice can begin with. */
export function firstFactors({ attempt, pool, user }: Situation): readonly FirstFactor[] {
  return user ? firstFactorsOf({ pool, user }) : firstFactorsOfNobody(pool, attempt.who)
}
