import type { Pool, PoolSettings } from '../../domain/pool.ts'
import { settled } from '../../store/settled.ts'
import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'

/**
 * Saves what `change` makes of the pool's settings, unless what is decided `behind` it refuses; starts over when somebody
 * else saved the pool meanwhile.
 */
export async function changePool(
  find: () => Promise<Pool>,
  change: (pool: Pool) => PoolSettings | Promise<PoolSettings>,
  { store, clock }: Pick<World, 'store' | 'clock'>,
  behind: (pool: Pool) => readonly Statement[] = () => [],
): Promise<void> {
  await settled(async () => {
    const pool = await find()
    const settings = await change(pool)
    await store.decide([store.pools.save({ ...pool, settings, modifiedAt: clock.now() }), ...behind(pool)])
  })
}
