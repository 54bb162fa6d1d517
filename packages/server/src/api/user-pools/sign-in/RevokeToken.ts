import { Refusal } from '../../../domain/refusal.ts'
import { checkClientSecret } from '../../../flows/client-secret.ts'
import { publicClient } from '../../../flows/public-client.ts'
import { revokeRefreshToken } from '../../../flows/tokens/revoke.ts'
import type { World } from '../../../flows/world.ts'
import { operation } from '../../operation.ts'

export const RevokeToken = operation('RevokeToken', 'anyone', async (input, world) => {
  await revokeRefreshToken(input.Token, await authorizedClient(input.ClientId, input.ClientSecret, world), world)
  return {}
})

/** The operation declares one error alone for every client that may not ask. */
async function authorizedClient(clientId: string, secret: string | undefined, world: World) {
  try {
    const found = await publicClient(clientId, world)
    checkClientSecret(found.client, secret, world)
    return found
  } catch (error) {
    throw error instanceof Refusal ? new Refusal('UnauthorizedException', error.message) : error
  }
}
