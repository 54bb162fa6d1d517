import { checkClientSecret } from '../../../flows/client-secret.ts'
import { publicClient } from '../../../flows/public-client.ts'
import { revokeRefreshToken } from '../../../flows/tokens/revoke.ts'
import { operation } from '../../operation.ts'

export const RevokeToken = operation('RevokeToken', 'anyone', async (input, world) => {
  const found = await publicClient(input.ClientId, world)
  checkClientSecret(found.client, input.ClientSecret, world)
  await revokeRefreshToken(input.Token, found, world)
  return {}
})
