import type { AuthenticationResultType } from '@cognate/wire/user-pools.ts'
import { postAuthentication } from '../triggers/post-authentication.ts'
import type { World } from '../world.ts'
import { issueAllTokens, type Issuing } from './issue-tokens.ts'

export interface SignedIn extends Issuing {
  readonly newDeviceUsed: boolean
}

/** The tokens of somebody who was just let in. A function that fails has the last word: their session ends at once. */
export async function tokensAfterSignIn(signedIn: SignedIn, world: World): Promise<AuthenticationResultType> {
  const { store, clock } = world
  try {
    await postAuthentication({ ...signedIn, clientMetadata: signedIn.occasion.clientMetadata }, world)
    return await issueAllTokens(signedIn, world)
  } catch (error) {
    await store.decide([store.sessions.revoke(signedIn.session, clock.now())])
    throw error
  }
}
