import { checkSecretHash } from '../../../flows/client-secret.ts'
import { publicClient } from '../../../flows/public-client.ts'
import { resendConfirmationCode } from '../../../flows/sign-up/resend-confirmation-code.ts'
import { operation } from '../../operation.ts'

export const ResendConfirmationCode = operation('ResendConfirmationCode', 'anyone', async (input, world) => {
  const { pool, client } = await publicClient(input.ClientId, world)
  checkSecretHash(client, input.SecretHash, [input.Username], world)
  return { CodeDeliveryDetails: await resendConfirmationCode({ pool, client, username: input.Username }, world) }
})
