import { replicaStatus } from '../../domain/pool-replica.ts'
import type { Pool, PoolReplica } from '../../domain/pool.ts'
import { invalid } from '../../domain/refusals.ts'
import { changePool } from '../pools/change-pool.ts'
import type { World } from '../world.ts'
import { findReplica } from './find-replica.ts'

/** Opens a replica to people, or closes it; gives its pool as it was saved. */
export function updateReplica(
  find: () => Promise<Pool>,
  { RegionName, Status }: Pick<PoolReplica, 'RegionName' | 'Status'>,
  world: Pick<World, 'store' | 'clock'>,
): Promise<void> {
  const updated = (pool: Pool) => {
    const replica = findReplica(pool, RegionName)
    if (replicaStatus(replica, world.clock.now()) === 'CREATING')
      throw invalid(`The replica in ${RegionName} is still being created.`)
    return { ...pool.settings, Replica: { ...replica, Status } }
  }
  return changePool(find, updated, world)
}
