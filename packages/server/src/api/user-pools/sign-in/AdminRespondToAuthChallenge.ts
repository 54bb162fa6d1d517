import { respond } from '../../../flows/sign-in/respond.ts'
import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'
import { stepView } from '../views/step.ts'

export const AdminRespondToAuthChallenge = operation(
  'AdminRespondToAuthChallenge',
  'operator',
  async (input, world) => {
    const found = await operatorClient(input.UserPoolId, input.ClientId, world)
    const reply = {
      ...found,
      challenge: input.ChallengeName,
      session: input.Session,
      answers: input.ChallengeResponses ?? {},
    }
    return stepView(await respond(reply, world), world)
  },
)
