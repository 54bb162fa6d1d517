import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { pageToken, placeOf } from '../../page-token.ts'
import { providerSummaryView } from '../views/provider.ts'

const mostResults = 60

/** Asking for none at all means as many as there may be. */
export const ListIdentityProviders = operation('ListIdentityProviders', 'operator', async (input, context) => {
  const { store, sealer } = context
  const { id } = await operatorPool(input.UserPoolId, context)
  const list = `ListIdentityProviders:${id}`
  const after = placeOf(input.NextToken, list, sealer)
  const page = await store.resources.list(id, 'IdentityProvider', { limit: input.MaxResults || mostResults, ...after })
  return { Providers: page.items.map(providerSummaryView), NextToken: pageToken(page.next, list, sealer) }
})
