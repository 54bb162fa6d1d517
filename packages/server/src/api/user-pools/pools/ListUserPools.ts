import { operation } from '../../operation.ts'
import { pageToken, placeOf } from '../../page-token.ts'
import { poolSummaryView } from '../views/pool.ts'

export const ListUserPools = operation('ListUserPools', 'operator', async (input, { store, sealer, caller }) => {
  const list = `ListUserPools:${caller.account}:${caller.region}`
  const after = placeOf(input.NextToken, list, sealer)
  const page = await store.pools.list(caller.account, caller.region, { limit: input.MaxResults, ...after })
  return { UserPools: page.items.map(poolSummaryView), NextToken: pageToken(page.next, list, sealer) }
})
