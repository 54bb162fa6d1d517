import { adminInitiate } from '../../../flows/sign-in/initiate.ts'
import { refreshWithHash } from '../../../flows/tokens/refresh-with-hash.ts'
import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'
import { toldOrigin } from '../claimed-origin.ts'
import { stepView } from '../views/step.ts'

export const AdminInitiateAuth = operation('AdminInitiateAuth', 'operator', async (input, world) => {
  const found = await operatorClient(input.UserPoolId, input.ClientId, world)
  const initiation = {
    ...found,
    parameters: input.AuthParameters ?? {},
    origin: { ...toldOrigin(input.ContextData, world), region: world.caller.region },
    session: input.Session,
    clientMetadata: input.ClientMetadata,
  }
  if (input.AuthFlow === 'REFRESH_TOKEN_AUTH' || input.AuthFlow === 'REFRESH_TOKEN')
    return { AuthenticationResult: await refreshWithHash(initiation, world), ChallengeParameters: {} }
  return stepView(await adminInitiate(input.AuthFlow, initiation, world), world)
})
