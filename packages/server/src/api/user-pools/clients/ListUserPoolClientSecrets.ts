import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'
import { placeOf } from '../../page-token.ts'
import { clientSecretView } from '../views/client.ts'

/** Two secrets fit on one page, so no token is ever given, and none that comes is ours. */
export const ListUserPoolClientSecrets = operation('ListUserPoolClientSecrets', 'operator', async (input, context) => {
  const { client } = await operatorClient(input.UserPoolId, input.ClientId, context)
  placeOf(input.NextToken, `ListUserPoolClientSecrets:${client.id}`, context.sealer)
  const secrets = await context.store.clients.secrets(client.id)
  return { ClientSecrets: secrets.map(clientSecretView) }
})
