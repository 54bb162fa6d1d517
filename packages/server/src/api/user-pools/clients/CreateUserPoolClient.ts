import { createClient } from '../../../flows/clients/create-client.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { clientView } from '../views/client.ts'

export const CreateUserPoolClient = operation('CreateUserPoolClient', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const { client, secret } = await createClient(input, pool, context)
  return { UserPoolClient: clientView(client, secret) }
})
