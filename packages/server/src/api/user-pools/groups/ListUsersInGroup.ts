import { requireGroup } from '../../../flows/groups/require-group.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { pageToken, placeOf } from '../../page-token.ts'
import { userView } from '../views/user.ts'

const mostUsers = 60

/** A limit of zero is none. */
export const ListUsersInGroup = operation('ListUsersInGroup', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const group = await requireGroup(pool, input.GroupName, context)
  const list = `ListUsersInGroup:${pool.id}:${group.id}`
  const after = placeOf(input.NextToken, list, context.sealer)
  const page = await context.store.groups.members(group, { limit: input.Limit || mostUsers, ...after })
  return { Users: page.items.map(userView), NextToken: pageToken(page.next, list, context.sealer) }
})
