import { deleteClientSecret } from '../../../flows/clients/delete-client-secret.ts'
import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'

export const DeleteUserPoolClientSecret = operation(
  'DeleteUserPoolClientSecret',
  'operator',
  async (input, context) => {
    const { client } = await operatorClient(input.UserPoolId, input.ClientId, context)
    await deleteClientSecret(client, input.ClientSecretId, context)
    return {}
  },
)
