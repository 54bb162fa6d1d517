import type { Group } from '../../domain/group.ts'
import type { Pool } from '../../domain/pool.ts'
import { groupExists, poolNotFound } from '../../domain/refusals.ts'
import { mostInPool } from '../quotas/most-in-pool.ts'
import type { World } from '../world.ts'

/** A new group that nobody is in. Refuses a name that is taken, and a pool that is full. */
export async function createGroup(
  pool: Pool,
  { name, settings }: Pick<Group, 'name' | 'settings'>,
  { store, clock, random }: Pick<World, 'store' | 'clock' | 'random'>,
): Promise<Group> {
  const now = clock.now()
  const most = await mostInPool('Groups', pool, { store })
  const group = { poolId: pool.id, id: random.uuid(), name, settings, createdAt: now, modifiedAt: now, version: 1 }
  await store.decide(
    store.groups.add(group, {
      ...most,
      gone: () => poolNotFound(pool.id),
      taken: groupExists,
    }),
  )
  return group
}
