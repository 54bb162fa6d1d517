import { toAttributes } from '../../../domain/user-attributes.ts'
import { checkSecretHash } from '../../../flows/client-secret.ts'
import { publicClient } from '../../../flows/public-client.ts'
import { signUp } from '../../../flows/sign-up/sign-up.ts'
import { validationData } from '../validation-data.ts'
import { claimedOrigin } from '../claimed-origin.ts'
import { operation } from '../../operation.ts'

export const SignUp = operation('SignUp', 'anyone', async (input, world) => {
  const { pool, client } = await publicClient(input.ClientId, world)
  checkSecretHash(client, input.SecretHash, [input.Username], world)
  const attributes = toAttributes(input.UserAttributes)
  const told = { validationData: validationData(input.ValidationData), clientMetadata: input.ClientMetadata }
  const origin = claimedOrigin(input.UserContextData, client, world)
  const request = { pool, client, username: input.Username, password: input.Password, attributes, told, origin }
  const { user, delivery, session: Session } = await signUp(request, world)
  return { UserConfirmed: user.status === 'CONFIRMED', UserSub: user.sub, CodeDeliveryDetails: delivery, Session }
})
