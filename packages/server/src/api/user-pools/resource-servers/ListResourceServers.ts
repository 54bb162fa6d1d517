import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { pageToken, placeOf } from '../../page-token.ts'
import { resourceServerView } from '../views/resource-server.ts'

const mostResults = 50

export const ListResourceServers = operation('ListResourceServers', 'operator', async (input, context) => {
  const { store, sealer } = context
  const { id } = await operatorPool(input.UserPoolId, context)
  const list = `ListResourceServers:${id}`
  const after = placeOf(input.NextToken, list, sealer)
  const page = await store.resources.list(id, 'ResourceServer', { limit: input.MaxResults ?? mostResults, ...after })
  return { ResourceServers: page.items.map(resourceServerView), NextToken: pageToken(page.next, list, sealer) }
})
