import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { pageToken, placeOf } from '../../page-token.ts'
import { clientSummaryView } from '../views/client.ts'

const mostResults = 60

export const ListUserPoolClients = operation('ListUserPoolClients', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const list = `ListUserPoolClients:${pool.id}`
  const after = placeOf(input.NextToken, list, context.sealer)
  // Nobody can register a client by themselves yet, so there are none of that type.
  if (input.ClientType === 'DCR') return { UserPoolClients: [] }
  const page = await context.store.clients.list(pool.id, { limit: input.MaxResults ?? mostResults, ...after })
  return { UserPoolClients: page.items.map(clientSummaryView), NextToken: pageToken(page.next, list, context.sealer) }
})
