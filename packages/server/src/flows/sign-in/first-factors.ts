import type { FirstFactor } from '../../domain/first-factor.ts'
import { firstFactorsOf, firstFactorsOfNobody } from '../../domain/first-factors.ts'
import type { World } from '../world.ts'
import type { Situation } from './challenges/challenge.ts'

/** What a sign-in by choice can begin with. */
export async function firstFactors(
  { pool, user }: Pick<Situation, 'pool' | 'user'>,
  _world: Pick<World, 'store'>,
): Promise<readonly FirstFactor[]> {
  return user ? firstFactorsOf({ pool, user, hasPasskey: false }) : firstFactorsOfNobody(pool)
}
