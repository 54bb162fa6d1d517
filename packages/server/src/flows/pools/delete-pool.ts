import type { Pool } from '../../domain/pool.ts'
import { invalid } from '../../domain/refusals.ts'
import { settled } from '../../store/settled.ts'
import { noImportRuns } from '../imports/no-import-runs.ts'
import type { World } from '../world.ts'

/** Few enough rows a time that sign-ins beside it do not wait; what a small pool holds is gone with the answer. */
const [rowsAtOnce, pieces] = [500, 20]

/** The pool and everything in it, unless it is protected. What is left of a large one is deleted later. */
export async function deletePool(
  find: () => Promise<Pool>,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<void> {
  const id = await removePool(find, { store, clock })
  for (let piece = 0; piece < pieces; piece++) if ((await store.pools.empty(id, clock.now(), rowsAtOnce)) === 0) return
}

function removePool(find: () => Promise<Pool>, { store, clock }: Pick<World, 'store' | 'clock'>): Promise<string> {
  return settled(async () => {
    const pool = await find()
    if (pool.settings.DeletionProtection === 'ACTIVE')
      throw invalid(
        'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
      )
    if ((await store.domains.ofPool(pool.id)).length > 0)
      throw invalid('User pool cannot be deleted. It has a domain configured that should be deleted first.')
    // Saved first, so that a protection or a domain that it got meanwhile is a conflict and is then seen.
    const saved = [store.pools.save(pool), noImportRuns(pool.id, { store })]
    await store.decide([...saved, ...store.pools.remove(pool.id, clock.now())])
    return pool.id
  })
}
