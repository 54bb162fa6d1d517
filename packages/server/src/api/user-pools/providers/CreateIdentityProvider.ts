import { addProvider } from '../../../flows/providers/add-provider.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { providerView } from '../views/provider.ts'

export const CreateIdentityProvider = operation('CreateIdentityProvider', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { IdentityProvider: providerView(await addProvider(input, pool, context)) }
})
