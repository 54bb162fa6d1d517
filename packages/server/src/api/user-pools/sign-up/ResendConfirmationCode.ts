import { checkSecretHash } from '../../../flows/client-secret.ts'
import { publicClient } from '../../../flows/public-client.ts'
import { resendConfirmationCode } from '../../../flows/sign-up/resend-confirmation-code.ts'
import { claimedOrigin } from '../claimed-origin.ts'
import { operation } from '../../operation.ts'

export const ResendConfirmationCode = operation('ResendConfirmationCode', 'anyone', async (input, world) => {
  const { pool, client } = await publicClient(input.ClientId, world)
  checkSecretHash(client, input.SecretHash, [input.Username], world)
  const origin = claimedOrigin(input.UserContextData, client, world)
  const resend = { pool, client, username: input.Username, origin, clientMetadata: input.ClientMetadata }
  return { CodeDeliveryDetails: await resendConfirmationCode(resend, world) }
})
