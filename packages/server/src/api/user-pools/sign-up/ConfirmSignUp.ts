import { checkSecretHash } from '../../../flows/client-secret.ts'
import { publicClient } from '../../../flows/public-client.ts'
import { confirmSignUp } from '../../../flows/sign-up/confirm-sign-up.ts'
import { operation } from '../../operation.ts'

export const ConfirmSignUp = operation('ConfirmSignUp', 'anyone', async (input, world) => {
  const { pool, client } = await publicClient(input.ClientId, world)
  checkSecretHash(client, input.SecretHash, [input.Username], world)
  const confirmation = {
    pool,
    client,
    username: input.Username,
    code: input.ConfirmationCode,
    forceAliasCreation: input.ForceAliasCreation ?? false,
    session: input.Session,
    clientMetadata: input.ClientMetadata,
  }
  const { session: Session } = await confirmSignUp(confirmation, world)
  return { Session }
})
