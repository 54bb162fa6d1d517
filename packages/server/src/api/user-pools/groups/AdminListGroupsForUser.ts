import { requireUser } from '../../../flows/find-user.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { pageToken, placeOf } from '../../page-token.ts'
import { groupView } from '../views/group.ts'

const mostGroups = 60

/** A limit of zero is none. */
export const AdminListGroupsForUser = operation('AdminListGroupsForUser', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const { sub } = await requireUser(pool, input.Username, context)
  const list = `AdminListGroupsForUser:${pool.id}:${sub}`
  const after = placeOf(input.NextToken, list, context.sealer)
  const page = await context.store.groups.ofUser(pool.id, sub, { limit: input.Limit || mostGroups, ...after })
  return { Groups: page.items.map(groupView), NextToken: pageToken(page.next, list, context.sealer) }
})
