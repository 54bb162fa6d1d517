import type { World } from '../world.ts'
import { callCustomAuth, type CustomAuthEvent } from './custom-auth-event.ts'
import { readFlag } from './read-member.ts'

interface Response {
  readonly privateParameters: Readonly<Record<string, string>>
  readonly answer: string
}

/**
 * Whether a function takes the answer to its question for right.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-verify-auth-challenge-response.html
 */
export async function verifyAuthChallengeResponse(
  event: CustomAuthEvent,
  { privateParameters, answer }: Response,
  world: World,
): Promise<boolean> {
  const request = { privateChallengeParameters: privateParameters, challengeAnswer: answer }
  const own = { request, response: { answerCorrect: null } }
  return readFlag(await callCustomAuth('VerifyAuthChallengeResponse', event, own, world), 'answerCorrect')
}
