import { newestClientSecret } from '../../../flows/clients/newest-client-secret.ts'
import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'
import { clientView } from '../views/client.ts'

export const DescribeUserPoolClient = operation('DescribeUserPoolClient', 'operator', async (input, context) => {
  const { client } = await operatorClient(input.UserPoolId, input.ClientId, context)
  return { UserPoolClient: clientView(client, await newestClientSecret(client, context)) }
})
