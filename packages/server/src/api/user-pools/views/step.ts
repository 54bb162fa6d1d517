import type { InitiateAuthResponse } from '@cognate/wire/user-pools.ts'
import { ridesInSecretBlock } from '../../../flows/sign-in/rides-in-secret-block.ts'
import type { Step } from '../../../flows/sign-in/sign-in.ts'
import { sealAttempt } from '../../../flows/sign-in/seal-attempt.ts'
import { tokensAfterSignIn } from '../../../flows/tokens/tokens-after-sign-in.ts'
import type { World } from '../../../flows/world.ts'

/** Where a sign-in stands, as the four sign-in operations answer it. */
export async function stepView(step: Step, world: World): Promise<InitiateAuthResponse> {
  if (step.kind === 'admitted') {
    const NewDeviceMetadata = step.newDevice
    const tokens = await tokensAfterSignIn({ ...step, newDeviceUsed: NewDeviceMetadata !== undefined }, world)
    return { AuthenticationResult: { ...tokens, NewDeviceMetadata }, ChallengeParameters: {} }
  }
  const { name: ChallengeName, attempt, parameters, available } = step
  const AvailableChallenges = available && { AvailableChallenges: available }
  const { session, secretBlock } = world.carried
  // SRP's state rides in SECRET_BLOCK alone, which the client signs; every other question has a Session.
  if (ridesInSecretBlock(ChallengeName)) {
    const SECRET_BLOCK = sealAttempt(attempt, secretBlock)
    return { ChallengeName, ChallengeParameters: { ...parameters, SECRET_BLOCK }, ...AvailableChallenges }
  }
  const Session = sealAttempt(attempt, session)
  return { ChallengeName, ChallengeParameters: parameters, Session, ...AvailableChallenges }
}
