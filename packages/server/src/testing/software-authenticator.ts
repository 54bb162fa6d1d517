import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { systemRandom } from '../ambient/random.ts'

interface CreationOptions {
  readonly challenge: string
  readonly rp: { readonly id: string }
  readonly user: { readonly id: string }
}

interface RequestOptions {
  readonly challenge: string
  readonly rpId: string
}

/** What it does otherwise than a good one, or than it was asked to. */
export interface Habits {
  readonly origin?: string
  readonly relyingPartyId?: string
  readonly challenge?: string
  readonly type?: string
  readonly crossOrigin?: boolean
  readonly userPresent?: boolean
  readonly userVerified?: boolean
  readonly backup?: 'none' | 'able' | 'done' | 'done but not able'
  readonly counter?: number
  readonly userHandle?: string | null
  readonly attestationObject?: Uint8Array
  readonly fmt?: string
  readonly statement?: Uint8Array
  readonly aaguid?: string
  readonly transports?: readonly (string | number)[]
  readonly attachment?: string
  readonly id?: string
}

type Algorithm = 'ES256' | 'RS256' | 'P-384' | 'RSA-1024' | 'off the curve'

/** Plays an authenticator and the browser in front of it: https://www.w3.org/TR/webauthn-3/ */
export function softwareAuthenticator(algorithm: Algorithm = 'ES256', standing: Habits = {}) {
  const id = systemRandom.bytes(32)
  const { publicKey, privateKey } = keyPair(algorithm)
  let userHandle = ''

  function create(document: unknown, habits: Habits = {}) {
    const options = document as CreationOptions
    const is = { userVerified: true, aaguid: '0'.repeat(32), fmt: 'none', ...standing, ...habits }
    userHandle = options.user.id
    const attested = Buffer.concat([Buffer.from(is.aaguid, 'hex'), lengthOf(id), id, coseKey(publicKey, algorithm)])
    const authData = authenticatorData(is.relyingPartyId ?? options.rp.id, is, attested)
    const attStmt = new Map(is.fmt === 'none' ? [] : [['sig', is.statement ?? systemRandom.bytes(64)] as const])
    const object = new Map<string, string | typeof attStmt | Uint8Array>([
      ['fmt', is.fmt],
      ['attStmt', attStmt],
      ['authData', authData],
    ])
    return {
      ...credential(is.id ?? base64url(id), is.attachment),
      response: {
        clientDataJSON: clientData('webauthn.create', options, is),
        attestationObject: base64url(is.attestationObject ?? isoCBOR.encode(object)),
        transports: [...(is.transports ?? ['internal', 'hybrid'])],
      },
    }
  }

  function get(document: unknown, habits: Habits = {}) {
    const options = document as RequestOptions
    const is = { userVerified: true, userHandle, ...standing, ...habits }
    const authData = authenticatorData(is.relyingPartyId ?? options.rpId, is)
    const clientDataJSON = clientData('webauthn.get', options, is)
    const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()
    const signature = sign('sha256', Buffer.concat([authData, hash]), privateKey)
    return {
      ...credential(is.id ?? base64url(id), is.attachment),
      response: {
        clientDataJSON,
        authenticatorData: base64url(authData),
        signature: base64url(signature),
        ...(is.userHandle !== null && { userHandle: is.userHandle }),
      },
    }
  }

  return { id: base64url(id), create, get }
}

export type SoftwareAuthenticator = ReturnType<typeof softwareAuthenticator>

const credential = (id: string, authenticatorAttachment = 'platform') => ({
  id,
  rawId: id,
  type: 'public-key',
  clientExtensionResults: {},
  authenticatorAttachment,
})

function clientData(type: string, { challenge }: { readonly challenge: string }, is: Habits): string {
  const data = {
    type: is.type ?? type,
    challenge: is.challenge ?? challenge,
    origin: is.origin ?? 'https://app.example.com',
    crossOrigin: is.crossOrigin ?? false,
  }
  return base64url(Buffer.from(JSON.stringify(data)))
}

function authenticatorData(relyingPartyId: string, is: Habits, attested?: Uint8Array): Buffer {
  const { userPresent = true, userVerified = true, backup = 'none', counter = 0 } = is
  const flags = (userPresent ? 1 : 0) | (userVerified ? 4 : 0) | backupFlags[backup] | (attested ? 64 : 0)
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  const hash = createHash('sha256').update(relyingPartyId).digest()
  return Buffer.concat([hash, Buffer.of(flags), count, attested ?? Buffer.alloc(0)])
}

const backupFlags = { none: 0, able: 8, done: 24, 'done but not able': 16 } as const

function keyPair(algorithm: Algorithm): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  if (algorithm === 'RS256') return generateKeyPairSync('rsa', { modulusLength: 2048 })
  if (algorithm === 'RSA-1024') return generateKeyPairSync('rsa', { modulusLength: 1024 })
  return generateKeyPairSync('ec', { namedCurve: algorithm === 'P-384' ? 'P-384' : 'P-256' })
}

/** COSE_Key, RFC 9053. */
function coseKey(publicKey: KeyObject, algorithm: Algorithm): Uint8Array {
  const { kty, x, y, n, e } = publicKey.export({ format: 'jwk' })
  const bytes = (text: string | undefined) => new Uint8Array(Buffer.from(text ?? '', 'base64url'))
  const ofP384 = algorithm === 'P-384'
  const key: readonly (readonly [number, number | Uint8Array])[] =
    kty === 'RSA'
      ? [
          [1, 3],
          [3, -257],
          [-1, bytes(n)],
          [-2, bytes(e)],
        ]
      : [
          [1, 2],
          [3, ofP384 ? -35 : -7],
          [-1, ofP384 ? 2 : 1],
          [-2, bytes(x)],
          [-3, algorithm === 'off the curve' ? bytes(x) : bytes(y)],
        ]
  return isoCBOR.encode(new Map(key))
}

function lengthOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return length
}

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
