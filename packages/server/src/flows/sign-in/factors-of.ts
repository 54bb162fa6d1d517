import { firstFactorsOf, firstFactorsOfNobody } from '../../domain/first-factors.ts'
import { offeredMfaFactors } from '../../domain/offered-mfa-factors.ts'
import { stepUpFactors } from '../../domain/step-up-factors.ts'
import type { Situation } from './challenges/challenge.ts'
import type { Factors } from './towards-level.ts'

/** What somebody can show; nobody, what the pool has. */
export function factorsOf({ attempt, pool, user }: Situation): Factors {
  return user
    ? { first: firstFactorsOf({ pool, user }), second: stepUpFactors(pool, user) }
    : { first: firstFactorsOfNobody(pool, attempt.who), second: offeredMfaFactors(pool.settings) }
}
