import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { pageToken, placeOf } from '../../page-token.ts'
import { groupView } from '../views/group.ts'

const mostGroups = 60

/** A limit of zero is none. */
export const ListGroups = operation('ListGroups', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const list = `ListGroups:${pool.id}`
  const after = placeOf(input.NextToken, list, context.sealer)
  const page = await context.store.groups.list(pool.id, { limit: input.Limit || mostGroups, ...after })
  return { Groups: page.items.map(groupView), NextToken: pageToken(page.next, list, context.sealer) }
})
