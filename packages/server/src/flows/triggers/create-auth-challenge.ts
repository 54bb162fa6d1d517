import type { World } from '../world.ts'
import { callCustomAuth, type ChallengeResult, type CustomAuthEvent } from './custom-auth-event.ts'
import { readText, readTexts } from './read-member.ts'

/** A question of a function's, and what it needs to judge the answer. */
export interface CreatedChallenge {
  readonly publicParameters: Readonly<Record<string, string>>
  readonly privateParameters: Readonly<Record<string, string>>
  readonly metadata: string | undefined
}

const unanswered = { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null }

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-create-auth-challenge.html */
export async function createAuthChallenge(
  event: CustomAuthEvent,
  session: readonly ChallengeResult[],
  world: World,
): Promise<CreatedChallenge> {
  const request = { challengeName: 'CUSTOM_CHALLENGE', session }
  const response = await callCustomAuth('CreateAuthChallenge', event, { request, response: unanswered }, world)
  return {
    publicParameters: readTexts(response, 'publicChallengeParameters'),
    privateParameters: readTexts(response, 'privateChallengeParameters'),
    metadata: readText(response, 'challengeMetadata'),
  }
}
