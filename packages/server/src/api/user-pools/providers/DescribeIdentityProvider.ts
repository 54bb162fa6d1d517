import { findProvider } from '../../../flows/providers/identity-provider.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { providerView } from '../views/provider.ts'

export const DescribeIdentityProvider = operation('DescribeIdentityProvider', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { IdentityProvider: providerView(await findProvider(pool.id, input.ProviderName, context)) }
})
