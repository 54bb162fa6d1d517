import { createHash } from 'node:crypto'
import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { decodeAttestationObject, isoCBOR, parseAuthenticatorData } from '@simplewebauthn/server/helpers'
import { base64urlBytes } from './base64url-bytes.ts'
import type { Ceremony } from './ceremony.ts'
import { readCredentialResponse } from './credential-response.ts'
import { offeredAlgorithms } from './offered-algorithms.ts'
import { isOfferedKey } from './is-offered-key.ts'

/** What a registration proved. Binary values are base64url. */
export interface RegisteredKey {
  readonly id: string
  readonly publicKey: string
  readonly counter: number
  /** Which model of authenticator it is, as far as it says. */
  readonly aaguid: string
  readonly transports: readonly string[]
  readonly attachment?: string
}

export type RegistrationFault = 'malformed' | 'challenge' | 'origin' | 'relying party' | 'not supported'

const mostAttestationBytes = 16_384

/**
 * Judges what an authenticator answered to creation options, in the order of the specification's steps.
 * https://www.w3.org/TR/webauthn-3/#sctn-registering-a-new-credential
 */
export async function verifyRegistration(
  document: unknown,
  ceremony: Ceremony,
): Promise<RegisteredKey | RegistrationFault> {
  const read = readCredentialResponse(document)
  const attested = read && authenticatorDataIn(read.response['attestationObject'])
  if (!read || !attested) return 'malformed'
  const { id, clientData, clientDataJSON, attachment } = read
  if (!ceremony.isChallenge(clientData.challenge)) return 'challenge'
  if (clientData.crossOrigin || !ceremony.isOrigin(clientData.origin)) return 'origin'
  const fault = faultIn(attested, ceremony)
  if (fault) return fault
  const registered = await verified({ id, clientDataJSON, attested, origin: clientData.origin }, ceremony)
  if (registered?.id !== id) return 'malformed'
  return { ...registered, transports: transportsIn(read.response['transports']), ...(attachment && { attachment }) }
}

/** Authenticator data, without the attestation that we neither ask for nor read. */
function authenticatorDataIn(attestationObject: unknown): Uint8Array<ArrayBuffer> | undefined {
  const bytes = base64urlBytes(attestationObject, mostAttestationBytes)
  if (!bytes) return undefined
  try {
    const data: unknown = decodeAttestationObject(bytes).get('authData')
    return data instanceof Uint8Array ? new Uint8Array(data) : undefined
  } catch {
    return undefined
  }
}

function faultIn(
  authenticatorData: Uint8Array<ArrayBuffer>,
  ceremony: Ceremony,
): Exclude<RegistrationFault, 'challenge' | 'origin'> | undefined {
  try {
    const { rpIdHash, flags, credentialPublicKey } = parseAuthenticatorData(authenticatorData)
    const expected = createHash('sha256').update(ceremony.relyingPartyId).digest()
    if (!expected.equals(rpIdHash)) return 'relying party'
    if (!flags.up || !credentialPublicKey) return 'malformed'
    if (ceremony.requiresUserVerification && !flags.uv) return 'not supported'
    return isOfferedKey(credentialPublicKey) ? undefined : 'not supported'
  } catch {
    return 'malformed'
  }
}

async function verified(
  sent: {
    readonly id: string
    readonly clientDataJSON: string
    readonly attested: Uint8Array<ArrayBuffer>
    readonly origin: string
  },
  ceremony: Ceremony,
): Promise<Pick<RegisteredKey, 'id' | 'publicKey' | 'counter' | 'aaguid'> | undefined> {
  const { id, clientDataJSON, attested, origin } = sent
  const unattested = new Map<string, string | Map<string, string> | Uint8Array>([
    ['fmt', 'none'],
    ['attStmt', new Map<string, string>()],
    ['authData', attested],
  ])
  const attestationObject = Buffer.from(isoCBOR.encode(unattested)).toString('base64url')
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: ceremony.isChallenge,
      expectedOrigin: origin,
      expectedRPID: ceremony.relyingPartyId,
      requireUserVerification: ceremony.requiresUserVerification,
      supportedAlgorithmIDs: [...offeredAlgorithms],
    })
    if (!registrationInfo) return undefined
    const { credential, aaguid } = registrationInfo
    const publicKey = Buffer.from(credential.publicKey).toString('base64url')
    return { id: credential.id, publicKey, counter: credential.counter, aaguid }
  } catch {
    return undefined
  }
}

/** Hints for browsers, which we give back as they came: https://www.w3.org/TR/webauthn-3/#enum-transport */
function transportsIn(transports: unknown): readonly string[] {
  if (!Array.isArray(transports)) return []
  const words = transports.filter((word): word is string => typeof word === 'string' && /^[a-z-]{1,20}$/.test(word))
  return [...new Set(words)].slice(0, 8)
}
