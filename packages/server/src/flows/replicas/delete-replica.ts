import type { Pool } from '../../domain/pool.ts'
import { changePool } from '../pools/change-pool.ts'
import type { World } from '../world.ts'
import { findReplica } from './find-replica.ts'

/** There is nothing to wait for: the Region serves the pool no more. */
export function deleteReplica(
  find: () => Promise<Pool>,
  regionName: string,
  world: Pick<World, 'store' | 'clock'>,
): Promise<void> {
  const without = (pool: Pool) => {
    findReplica(pool, regionName)
    return { ...pool.settings, Replica: undefined }
  }
  return changePool(find, without, world)
}
