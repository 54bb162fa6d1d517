import { providerUser, subjectAttribute } from '../../../domain/provider-user.ts'
import { linkProvider } from '../../../flows/linking/link-provider.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

/** Which attribute the destination is named by is ignored [D]. */
export const AdminLinkProviderForUser = operation('AdminLinkProviderForUser', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const named = { ...input.DestinationUser, ProviderAttributeName: subjectAttribute }
  const destination = providerUser('DestinationUser', named)
  await linkProvider(pool, { destination, source: providerUser('SourceUser', input.SourceUser) }, context)
  return {}
})
