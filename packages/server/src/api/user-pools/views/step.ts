import type { InitiateAuthResponse } from '@cognate/wire/user-pools.ts'
import type { Step } from '../../../flows/sign-in/sign-in.ts'
import { issueAllTokens } from '../../../flows/tokens/issue-tokens.ts'
import type { World } from '../../../flows/world.ts'

/** Where a sign-in stands, as the four sign-in operations answer it. */
export async function stepView(step: Step, world: World): Promise<InitiateAuthResponse> {
  if (step.kind === 'admitted')
    return { AuthenticationResult: await issueAllTokens(step, world), ChallengeParameters: {} }
  const { name: ChallengeName, attempt, parameters, available } = step
  const AvailableChallenges = available && { AvailableChallenges: available }
  const Session = world.carried.session
  // SRP's state rides in SECRET_BLOCK alone, which the client signs; every other question has a Session.
  if (ChallengeName === 'PASSWORD_VERIFIER') {
    const SECRET_BLOCK = world.carried.secretBlock.seal(attempt)
    return { ChallengeName, ChallengeParameters: { ...parameters, SECRET_BLOCK }, ...AvailableChallenges }
  }
  return { ChallengeName, ChallengeParameters: parameters, Session: Session.seal(attempt), ...AvailableChallenges }
}
