import { checkSecretHash } from '../../../flows/client-secret.ts'
import { forgotPassword } from '../../../flows/passwords/forgot-password.ts'
import { publicClient } from '../../../flows/public-client.ts'
import { claimedOrigin } from '../claimed-origin.ts'
import { operation } from '../../operation.ts'

export const ForgotPassword = operation('ForgotPassword', 'anyone', async (input, world) => {
  const { pool, client } = await publicClient(input.ClientId, world)
  checkSecretHash(client, input.SecretHash, [input.Username], world)
  const origin = claimedOrigin(input.UserContextData, client, world)
  const { Username: username, ClientMetadata: clientMetadata } = input
  const forgotten = { pool, client, username, origin, clientMetadata }
  return { CodeDeliveryDetails: await forgotPassword(forgotten, world) }
})
