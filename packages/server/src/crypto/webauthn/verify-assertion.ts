import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Passkey } from '../../domain/passkey.ts'
import { base64urlBytes } from './base64url-bytes.ts'
import type { Ceremony } from './ceremony.ts'
import { readCredentialResponse, type CredentialResponse } from './credential-response.ts'

/** What a sign-in with a passkey proved. */
export interface Assertion {
  readonly counter: number
  readonly userVerified: boolean
}

const mostBytes = 2048

/** An answer to request options; undefined if it is none. */
export function readAssertion(document: unknown): CredentialResponse | undefined {
  const read = readCredentialResponse(document)
  const { authenticatorData, signature, userHandle } = read?.response ?? {}
  const whole = base64urlBytes(authenticatorData, mostBytes) && base64urlBytes(signature, mostBytes)
  const handled = userHandle === undefined || userHandle === null || typeof userHandle === 'string'
  return whole && handled ? read : undefined
}

/**
 * Whether the holder of this passkey answered to request options; undefined if not, whatever the reason.
 * https://www.w3.org/TR/webauthn-3/#sctn-verifying-assertion
 */
export async function verifyAssertion(
  { id, clientData, clientDataJSON, response }: CredentialResponse,
  passkey: Passkey,
  ceremony: Ceremony,
): Promise<Assertion | undefined> {
  if (id !== passkey.id || clientData.crossOrigin || !ceremony.isOrigin(clientData.origin)) return undefined
  const { userHandle } = response
  if (typeof userHandle === 'string' && userHandle !== userHandleOf(passkey.sub)) return undefined
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON,
          authenticatorData: String(response['authenticatorData']),
          signature: String(response['signature']),
        },
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
    return verified
      ? { counter: authenticationInfo.newCounter, userVerified: authenticationInfo.userVerified }
      : undefined
  } catch {
    return undefined
  }
}

/** What authenticators keep to know whose a passkey is. */
export const userHandleOf = (sub: string) => Buffer.from(sub).toString('base64url')
