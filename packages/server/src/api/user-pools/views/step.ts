import type { InitiateAuthResponse } from '@cognate/wire/user-pools.ts'
import type { Step } from '../../../flows/sign-in/sign-in.ts'
import { issueAllTokens } from '../../../flows/tokens/issue-tokens.ts'
import type { World } from '../../../flows/world.ts'

/** Where a sign-in stands, as the four sign-in operations answer it. */
export async function stepView(step: Step, world: World): Promise<InitiateAuthResponse> {
  if (step.kind === 'admitted')
    return { AuthenticationResult: await issueAllTokens(step, world), ChallengeParameters: {} }
  const { name, attempt, parameters } = step
  // SRP's state rides in SECRET_BLOCK alone, which the client signs; every other question has a Session.
  if (name === 'PASSWORD_VERIFIER') {
    const SECRET_BLOCK = world.carried.secretBlock.seal(attempt)
    return { ChallengeName: name, ChallengeParameters: { ...parameters, SECRET_BLOCK } }
  }
  return { ChallengeName: name, ChallengeParameters: parameters, Session: world.carried.session.seal(attempt) }
}
