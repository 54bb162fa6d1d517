import type { AdminAddUserToGroupRequest } from '@cognate/wire/user-pools.ts'
import type { Group } from '../../../domain/group.ts'
import { groupNotFound, userNotFound } from '../../../domain/refusals.ts'
import type { User } from '../../../domain/user.ts'
import { findUser } from '../../../flows/find-user.ts'
import type { Context } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

/** The group and the user that an operator names, if they are there; a user who is not is told first. */
export async function operatorGroupAndUser(
  { UserPoolId, Username, GroupName }: AdminAddUserToGroupRequest,
  context: Context<'operator'>,
): Promise<{ readonly group: Group; readonly user: User }> {
  const pool = await operatorPool(UserPoolId, context)
  const [user, group] = await Promise.all([
    findUser(pool, Username, context),
    context.store.groups.find(pool.id, GroupName),
  ])
  if (!user) throw userNotFound()
  if (!group) throw groupNotFound()
  return { user, group }
}
