import { mostGroupsOfUser } from '../../domain/most-groups-of-user.ts'
import type { Group } from '../../domain/group.ts'
import { tooManyGroupsOfUser, userNotFound } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import type { World } from '../world.ts'

/** The user is in the group, as they may be already; their next tokens say so. */
export async function addToGroup(user: User, group: Group, { store }: Pick<World, 'store'>): Promise<void> {
  const limit = mostGroupsOfUser
  const refusals = { limit, gone: userNotFound, tooMany: () => tooManyGroupsOfUser(limit) }
  await store.decide(store.groups.join(user, group, refusals))
}
