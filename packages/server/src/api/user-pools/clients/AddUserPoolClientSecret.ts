import { addClientSecret } from '../../../flows/clients/add-client-secret.ts'
import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'
import { clientSecretView } from '../views/client.ts'

export const AddUserPoolClientSecret = operation('AddUserPoolClientSecret', 'operator', async (input, context) => {
  const { client } = await operatorClient(input.UserPoolId, input.ClientId, context)
  const { secret, value } = await addClientSecret(client, input.ClientSecret, context)
  return { ClientSecretDescriptor: { ...clientSecretView(secret), ClientSecretValue: value } }
})
