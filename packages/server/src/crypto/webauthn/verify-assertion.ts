import { createHash, verify } from 'node:crypto'
import { parseAuthenticatorData } from '@simplewebauthn/server/helpers'
import type { Passkey } from '../../domain/passkey.ts'
import type { Ceremony } from './ceremony.ts'
import { offeredKey } from './offered-key.ts'
import type { AssertionResponse } from './read-assertion.ts'
import { userHandleOf } from './user-handle.ts'

/** What a sign-in with a passkey proved. */
export interface Assertion {
  readonly counter: number
  readonly userVerified: boolean
}

/**
 * Whether the holder of this passkey answered to request options; undefined if not, whatever the reason. In the order of
 * the specification's steps; the test holds it to what the library would say, which takes four times as long.
 * https://www.w3.org/TR/webauthn-3/#sctn-verifying-assertion
 */
export function verifyAssertion(
  response: AssertionResponse,
  passkey: Passkey,
  ceremony: Ceremony,
): Assertion | undefined {
  const { clientData } = response
  if (!isBy(passkey, response)) return undefined
  if (clientData.type !== 'webauthn.get' || !ceremony.isChallenge(clientData.challenge)) return undefined
  if (clientData.crossOrigin || !ceremony.isOrigin(clientData.origin)) return undefined
  const assertion = assertionIn(response.authenticatorData, ceremony)
  if (!assertion || !isSigned(response, passkey)) return undefined
  const counts = assertion.counter > 0 || passkey.counter > 0
  return counts && assertion.counter <= passkey.counter ? undefined : assertion
}

function isBy(passkey: Passkey, { id, userHandle }: AssertionResponse): boolean {
  return id === passkey.id && (userHandle === undefined || userHandle === userHandleOf(passkey.sub))
}

/** What the authenticator says, if it is about this ceremony. */
function assertionIn(authenticatorData: Uint8Array<ArrayBuffer>, ceremony: Ceremony): Assertion | undefined {
  const parsed = parsedData(authenticatorData)
  if (!parsed || !createHash('sha256').update(ceremony.relyingPartyId).digest().equals(parsed.rpIdHash))
    return undefined
  const { flags, counter } = parsed
  if (!flags.up || (ceremony.requiresUserVerification && !flags.uv)) return undefined
  // Backed up, and not able to be.
  if (flags.bs && !flags.be) return undefined
  return { counter, userVerified: flags.uv }
}

function parsedData(authenticatorData: Uint8Array<ArrayBuffer>) {
  try {
    return parseAuthenticatorData(authenticatorData)
  } catch {
    return undefined
  }
}

function isSigned(
  { authenticatorData, clientDataJSON, signature }: AssertionResponse,
  { publicKey }: Passkey,
): boolean {
  const key = offeredKey(new Uint8Array(Buffer.from(publicKey, 'base64url')))
  const clientDataHash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()
  return key !== undefined && verify('sha256', Buffer.concat([authenticatorData, clientDataHash]), key, signature)
}
