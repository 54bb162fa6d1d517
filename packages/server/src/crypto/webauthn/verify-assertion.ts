import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Passkey } from '../../domain/passkey.ts'
import type { Ceremony } from './ceremony.ts'
import type { AssertionResponse } from './read-assertion.ts'
import { userHandleOf } from './user-handle.ts'

/** What a sign-in with a passkey proved. */
export interface Assertion {
  readonly counter: number
  readonly userVerified: boolean
}

/**
 * Whether the holder of this passkey answered to request options; undefined if not, whatever the reason.
 * https://www.w3.org/TR/webauthn-3/#sctn-verifying-assertion
 */
export async function verifyAssertion(
  response: AssertionResponse,
  passkey: Passkey,
  ceremony: Ceremony,
): Promise<Assertion | undefined> {
  const { clientData } = response
  if (!isBy(passkey, response) || clientData.crossOrigin || !ceremony.isOrigin(clientData.origin)) return undefined
  try {
    const { verified, authenticationInfo } = await judged(response, passkey, ceremony)
    const { newCounter: counter, userVerified } = authenticationInfo
    return verified ? { counter, userVerified } : undefined
  } catch {
    return undefined
  }
}

function isBy(passkey: Passkey, { id, userHandle }: AssertionResponse): boolean {
  return id === passkey.id && (userHandle === undefined || userHandle === userHandleOf(passkey.sub))
}

function judged(response: AssertionResponse, passkey: Passkey, ceremony: Ceremony) {
  const { id, clientData, clientDataJSON, authenticatorData, signature } = response
  return verifyAuthenticationResponse({
    response: {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON, authenticatorData, signature },
    },
    expectedChallenge: ceremony.isChallenge,
    expectedOrigin: clientData.origin,
    expectedRPID: ceremony.relyingPartyId,
    credential: {
      id,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.counter,
    },
    requireUserVerification: ceremony.requiresUserVerification,
  })
}
