import { initiate } from '../../../flows/sign-in/initiate.ts'
import { publicClient } from '../../../flows/public-client.ts'
import { refreshWithHash } from '../../../flows/tokens/refresh-with-hash.ts'
import { operation } from '../../operation.ts'
import { claimedOrigin } from '../claimed-origin.ts'
import { stepView } from '../views/step.ts'

export const InitiateAuth = operation('InitiateAuth', 'anyone', async (input, world) => {
  const found = await publicClient(input.ClientId, world)
  const origin = claimedOrigin(input.UserContextData, found.client, world)
  const { Session: session, ClientMetadata: clientMetadata } = input
  const initiation = { ...found, parameters: input.AuthParameters ?? {}, origin, session, clientMetadata }
  if (input.AuthFlow === 'REFRESH_TOKEN_AUTH' || input.AuthFlow === 'REFRESH_TOKEN')
    return { AuthenticationResult: await refreshWithHash(initiation, world), ChallengeParameters: {} }
  return stepView(await initiate(input.AuthFlow, initiation, world), world)
})
