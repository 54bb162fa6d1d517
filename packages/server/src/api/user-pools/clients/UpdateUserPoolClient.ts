import { newestClientSecret } from '../../../flows/clients/newest-client-secret.ts'
import { updateClient } from '../../../flows/clients/update-client.ts'
import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'
import { clientView } from '../views/client.ts'

export const UpdateUserPoolClient = operation('UpdateUserPoolClient', 'operator', async (input, context) => {
  const client = await updateClient(() => operatorClient(input.UserPoolId, input.ClientId, context), input, context)
  return { UserPoolClient: clientView(client, await newestClientSecret(client, context)) }
})
