import type { World } from '../world.ts'
import { callCustomAuth, type ChallengeResult, type CustomAuthEvent } from './custom-auth-event.ts'
import { readFlag, readText } from './read-member.ts'

/** What comes next in a custom sign-in. */
export interface Definition {
  readonly challengeName: string | undefined
  readonly issueTokens: boolean
  readonly failAuthentication: boolean
}

const unanswered = { challengeName: null, issueTokens: null, failAuthentication: null }

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-define-auth-challenge.html */
export async function defineAuthChallenge(
  event: CustomAuthEvent,
  session: readonly ChallengeResult[],
  world: World,
): Promise<Definition> {
  const own = { request: { session }, response: unanswered }
  const response = await callCustomAuth('DefineAuthChallenge', event, own, world)
  return {
    challengeName: readText(response, 'challengeName'),
    issueTokens: readFlag(response, 'issueTokens'),
    failAuthentication: readFlag(response, 'failAuthentication'),
  }
}
