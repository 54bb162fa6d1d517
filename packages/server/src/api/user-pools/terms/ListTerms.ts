import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { pageToken, placeOf } from '../../page-token.ts'
import { termsSummaryView } from '../views/terms.ts'

const mostResults = 60

export const ListTerms = operation('ListTerms', 'operator', async (input, context) => {
  const { store, sealer } = context
  const { id } = await operatorPool(input.UserPoolId, context)
  const list = `ListTerms:${id}`
  const after = placeOf(input.NextToken, list, sealer)
  const page = await store.resources.list(id, 'Terms', { limit: input.MaxResults ?? mostResults, ...after })
  return { Terms: page.items.map(termsSummaryView), NextToken: pageToken(page.next, list, sealer) }
})
