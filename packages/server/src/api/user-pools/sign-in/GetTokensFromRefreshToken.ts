import { checkClientSecret } from '../../../flows/client-secret.ts'
import { publicClient } from '../../../flows/public-client.ts'
import { refresh } from '../../../flows/tokens/refresh.ts'
import { operation } from '../../operation.ts'

export const GetTokensFromRefreshToken = operation('GetTokensFromRefreshToken', 'anyone', async (input, world) => {
  const found = await publicClient(input.ClientId, world)
  checkClientSecret(found.client, input.ClientSecret, world)
  const occasion = { source: 'TokenGeneration_Authentication', clientMetadata: input.ClientMetadata } as const
  const presenter = { ...found, deviceKey: input.DeviceKey, origin: world.origin, occasion }
  return { AuthenticationResult: await refresh(input.RefreshToken, presenter, world) }
})
