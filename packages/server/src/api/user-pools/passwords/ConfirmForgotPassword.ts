import { checkSecretHash } from '../../../flows/client-secret.ts'
import { confirmForgotPassword } from '../../../flows/passwords/confirm-forgot-password.ts'
import { publicClient } from '../../../flows/public-client.ts'
import { claimedOrigin } from '../claimed-origin.ts'
import { operation } from '../../operation.ts'

export const ConfirmForgotPassword = operation('ConfirmForgotPassword', 'anyone', async (input, world) => {
  const { Username: username, ConfirmationCode: code, Password: password, ClientMetadata: clientMetadata } = input
  const { pool, client } = await publicClient(input.ClientId, world)
  checkSecretHash(client, input.SecretHash, [username], world)
  const origin = claimedOrigin(input.UserContextData, client, world)
  await confirmForgotPassword({ pool, client, username, code, password, clientMetadata, origin }, world)
  return {}
})
