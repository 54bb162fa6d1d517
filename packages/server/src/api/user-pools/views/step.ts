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
  // SRP's state rides in SECRET_BLOCK, which the client signs; every other question has a Session.
  if (ridesInSecretBlock(ChallengeName)) {
    const SECRET_BLOCK = sealAttempt(attempt, secretBlock)
    // By choice there is a Session too [D], which clients send along: it says no more than which sign-in it is.
    const Session = attempt.flow && session.seal({ ...attempt, memory: {} })
    return { ChallengeName, ChallengeParameters: { ...parameters, SECRET_BLOCK }, Session, ...AvailableChallenges }
  }
  const Session = sealAttempt(attempt, session)
  return { ChallengeName, ChallengeParameters: parameters, Session, ...AvailableChallenges }
}
