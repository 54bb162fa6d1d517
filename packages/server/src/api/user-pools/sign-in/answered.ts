import type { RespondToAuthChallengeRequest, RespondToAuthChallengeResponse } from '@cognate/wire/user-pools.ts'
import { respond, type Reply } from '../../../flows/sign-in/respond.ts'
import type { World } from '../../../flows/world.ts'
import { stepView } from '../views/step.ts'

type Answer = Pick<RespondToAuthChallengeRequest, 'ChallengeName' | 'Session' | 'ChallengeResponses' | 'ClientMetadata'>

/** An answer to a question of a sign-in, whoever brings it. */
export async function answered(
  input: Answer,
  place: Pick<Reply, 'pool' | 'client' | 'origin'>,
  world: World,
): Promise<RespondToAuthChallengeResponse> {
  const { ChallengeName: challenge, Session: session, ChallengeResponses: answers = {} } = input
  const reply = { ...place, challenge, session, answers, clientMetadata: input.ClientMetadata }
  return stepView(await respond(reply, world), world)
}
