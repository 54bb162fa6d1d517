import { checkAnswerIn } from '../../../domain/secondary-region.ts'
import { respond } from '../../../flows/sign-in/respond.ts'
import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'
import { toldOrigin } from '../claimed-origin.ts'
import { stepView } from '../views/step.ts'

export const AdminRespondToAuthChallenge = operation(
  'AdminRespondToAuthChallenge',
  'operator',
  async (input, world) => {
    const found = await operatorClient(input.UserPoolId, input.ClientId, world)
    checkAnswerIn(world.caller.region, input.ChallengeName, found.pool)
    const reply = {
      ...found,
      challenge: input.ChallengeName,
      session: input.Session,
      answers: input.ChallengeResponses ?? {},
      origin: toldOrigin(input.ContextData, world),
      clientMetadata: input.ClientMetadata,
    }
    return stepView(await respond(reply, world), world)
  },
)
