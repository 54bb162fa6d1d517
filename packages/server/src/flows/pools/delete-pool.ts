import type { Pool } from '../../domain/pool.ts'
import { invalid } from '../../domain/refusals.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'

/** The pool and everything in it, unless it is protected. */
export async function deletePool(find: () => Promise<Pool>, { store }: Pick<World, 'store'>): Promise<void> {
  await settled(async () => {
    const pool = await find()
    if (pool.settings.DeletionProtection === 'ACTIVE')
      throw invalid(
        'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
      )
    // Saved first, so that a protection that was switched on meanwhile is a conflict and is then seen.
    await store.decide([store.pools.save(pool), ...store.pools.remove(pool.id)])
  })
}
