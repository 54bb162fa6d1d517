import { publicClient } from '../../../flows/public-client.ts'
import { respond } from '../../../flows/sign-in/respond.ts'
import { operation } from '../../operation.ts'
import { claimedOrigin } from '../claimed-origin.ts'
import { stepView } from '../views/step.ts'

export const RespondToAuthChallenge = operation('RespondToAuthChallenge', 'anyone', async (input, world) => {
  const found = await publicClient(input.ClientId, world)
  const reply = {
    ...found,
    challenge: input.ChallengeName,
    session: input.Session,
    answers: input.ChallengeResponses ?? {},
    origin: claimedOrigin(input.UserContextData, found.client, world),
    clientMetadata: input.ClientMetadata,
  }
  return stepView(await respond(reply, world), world)
})
