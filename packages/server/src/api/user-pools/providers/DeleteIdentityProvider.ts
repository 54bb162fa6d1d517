import { deleteProvider } from '../../../flows/providers/delete-provider.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const DeleteIdentityProvider = operation('DeleteIdentityProvider', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  await deleteProvider(pool.id, input.ProviderName, context)
  return {}
})
