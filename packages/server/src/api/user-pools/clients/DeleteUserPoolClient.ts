import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'

export const DeleteUserPoolClient = operation('DeleteUserPoolClient', 'operator', async (input, context) => {
  const { pool, client } = await operatorClient(input.UserPoolId, input.ClientId, context)
  await context.store.decide(context.store.clients.remove(pool.id, client.id))
  return {}
})
