import { poolNotFound } from '../../domain/refusals.ts'
import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'

/** Decided first, with what is made in a pool: so nothing is made in one that is deleted meanwhile. */
export function poolStays(poolId: string, { store }: Pick<World, 'store'>): Statement {
  return store.pools.hold(poolId, () => poolNotFound(poolId))
}
