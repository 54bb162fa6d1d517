import { checkSecretHash } from '../../../flows/client-secret.ts'
import { forgotPassword } from '../../../flows/passwords/forgot-password.ts'
import { publicClient } from '../../../flows/public-client.ts'
import { operation } from '../../operation.ts'

export const ForgotPassword = operation('ForgotPassword', 'anyone', async (input, world) => {
  const { pool, client } = await publicClient(input.ClientId, world)
  checkSecretHash(client, input.SecretHash, [input.Username], world)
  return { CodeDeliveryDetails: await forgotPassword({ pool, client, username: input.Username }, world) }
})
