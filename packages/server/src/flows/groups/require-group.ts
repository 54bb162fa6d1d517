import type { Group } from '../../domain/group.ts'
import type { Pool } from '../../domain/pool.ts'
import { groupNotFound } from '../../domain/refusals.ts'
import type { World } from '../world.ts'

export async function requireGroup(pool: Pool, name: string, { store }: Pick<World, 'store'>): Promise<Group> {
  const group = await store.groups.find(pool.id, name)
  if (!group) throw groupNotFound()
  return group
}
