import { updateProvider } from '../../../flows/providers/update-provider.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { providerView } from '../views/provider.ts'

export const UpdateIdentityProvider = operation('UpdateIdentityProvider', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { IdentityProvider: providerView(await updateProvider(input, pool, context)) }
})
