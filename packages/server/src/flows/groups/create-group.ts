import { groupQuotas } from '../../domain/group-quotas.ts'
import type { Group } from '../../domain/group.ts'
import type { Pool } from '../../domain/pool.ts'
import { groupExists, poolNotFound, tooManyGroupsInPool } from '../../domain/refusals.ts'
import type { World } from '../world.ts'

/** A new group that nobody is in. Refuses a name that is taken, and a pool that is full. */
export async function createGroup(
  pool: Pool,
  { name, settings }: Pick<Group, 'name' | 'settings'>,
  { store, clock, random }: Pick<World, 'store' | 'clock' | 'random'>,
): Promise<Group> {
  const now = clock.now()
  const limit = groupQuotas.inPool
  const group = { poolId: pool.id, id: random.uuid(), name, settings, createdAt: now, modifiedAt: now, version: 1 }
  await store.decide(
    store.groups.add(group, {
      limit,
      gone: () => poolNotFound(pool.id),
      taken: groupExists,
      tooMany: () => tooManyGroupsInPool(limit),
    }),
  )
  return group
}
