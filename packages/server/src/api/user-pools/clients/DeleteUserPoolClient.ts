import { deleteClient } from '../../../flows/clients/delete-client.ts'
import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'

export const DeleteUserPoolClient = operation('DeleteUserPoolClient', 'operator', async (input, context) => {
  await deleteClient(() => operatorClient(input.UserPoolId, input.ClientId, context), context)
  return {}
})
