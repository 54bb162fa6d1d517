import { initiate } from '../../../flows/sign-in/initiate.ts'
import { publicClient } from '../../../flows/public-client.ts'
import { refreshWithHash } from '../../../flows/tokens/refresh-with-hash.ts'
import { operation } from '../../operation.ts'
import { stepView } from '../views/step.ts'

export const InitiateAuth = operation('InitiateAuth', 'anyone', async (input, world) => {
  const initiation = { ...(await publicClient(input.ClientId, world)), parameters: input.AuthParameters ?? {} }
  if (input.AuthFlow === 'REFRESH_TOKEN_AUTH' || input.AuthFlow === 'REFRESH_TOKEN')
    return { AuthenticationResult: await refreshWithHash(initiation, world), ChallengeParameters: {} }
  return stepView(await initiate(input.AuthFlow, initiation, world), world)
})
