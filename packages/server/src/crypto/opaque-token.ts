import { type Encrypted, decrypt, encrypt, ivLength, joined, parted } from './aead.ts'
import type { KeyRing } from './key-ring.ts'

/** State that the client carries and cannot read. Whether it has expired is for the payload and its reader to say. */
export interface OpaqueToken<Payload> {
  /** Throws RangeError when the payload makes the token longer than clients and the model allow. */
  seal(payload: Payload): string
  /** Undefined for anything that `seal` of the same kind did not make. */
  open(token: string): Payload | undefined
}

/** One that may carry more than it can hold, which its maker asks first. */
export interface BoundedToken<Payload> extends OpaqueToken<Payload> {
  /** Whether `seal` would take it. */
  fits(payload: Payload): boolean
}

/** Binary envelope: length of the data key's id, the id, IV, ciphertext, tag. */
interface Envelope {
  readonly purpose: string
  readonly encoding: 'base64' | 'base64url'
  readonly maximum: number
}

/** `Session` of the sign-in operations: 20 to 2048 characters. */
export function sessionTokens<Payload>(ring: KeyRing): BoundedToken<Payload> {
  return envelopeTokens(ring, { purpose: 'Session', encoding: 'base64url', maximum: 2048 })
}

/** `Session` of SignUp and ConfirmSignUp, which is none of a sign-in. */
export function signUpTokens<Payload>(ring: KeyRing): OpaqueToken<Payload> {
  return envelopeTokens(ring, { purpose: 'Session of a sign-up', encoding: 'base64url', maximum: 2048 })
}

/** `SECRET_BLOCK` of PASSWORD_VERIFIER, base64: clients decode it and sign the bytes. */
export function secretBlocks<Payload>(ring: KeyRing): BoundedToken<Payload> {
  return envelopeTokens(ring, { purpose: 'SECRET_BLOCK', encoding: 'base64', maximum: 4096 })
}

/**
 * Refresh tokens look as Cognito's do: compact JWE (RFC 7516), here encrypted directly with a key of the ring. The
 * protected header is the authenticated data; `kid` names the data key.
 */
export function refreshTokens<Payload>(ring: KeyRing): OpaqueToken<Payload> {
  const purpose = refreshTokenPurpose
  return {
    seal(payload) {
      const header = jweHeader(ring.currentKeyId)
      const key = ring.currentKeyFor(purpose)
      const { iv, ciphertext, tag } = encrypt(key, ring.random.bytes(ivLength), JSON.stringify(payload), header)
      return bounded([header, '', base64url(iv), base64url(ciphertext), base64url(tag)].join('.'), 8192)
    },
    open(token) {
      const [, header = '', ...parts] = (token.length <= 8192 && compactJwe.exec(token)) || []
      const dataKeyId = keyIdOfHeader(header)
      const key = dataKeyId === undefined ? undefined : ring.keyFor(purpose, dataKeyId)
      const [iv, ciphertext, tag] = parts.map((part) => canonicalBytes(part, 'base64url'))
      if (!key || !iv || !ciphertext || !tag) return undefined
      return parsed<Payload>(decrypt(key, { iv, ciphertext, tag }, header))
    },
  }
}

/** The purpose whose key encrypts refresh tokens: see KeyRing.keyFor. */
export const refreshTokenPurpose = 'refresh token'

const compactJwe = /^([\w-]+)\.\.([\w-]+)\.([\w-]+)\.([\w-]+)$/

function jweHeader(dataKeyId: string): string {
  return base64url(Buffer.from(`{"cty":"JWT","enc":"A256GCM","alg":"dir","kid":"${dataKeyId}"}`))
}

function keyIdOfHeader(header: string): string | undefined {
  // No more is read of it: the header is authenticated, only the one we wrote decrypts.
  return /"kid":"([\w-]{1,64})"\}$/.exec(Buffer.from(header, 'base64url').toString('latin1'))?.[1]
}

function envelopeTokens<Payload>(ring: KeyRing, { purpose, encoding, maximum }: Envelope): BoundedToken<Payload> {
  const idBytes = Buffer.from(ring.currentKeyId, 'latin1')
  const prefix = Buffer.concat([Uint8Array.of(idBytes.length), idBytes])
  const sealed = (payload: Payload) => {
    const key = ring.currentKeyFor(purpose)
    const parts = encrypt(key, ring.random.bytes(ivLength), JSON.stringify(payload), purpose)
    return Buffer.concat([prefix, joined(parts)]).toString(encoding)
  }
  return {
    seal: (payload) => bounded(sealed(payload), maximum),
    fits: (payload) => sealed(payload).length <= maximum,
    open(token) {
      const bytes = token.length <= maximum ? canonicalBytes(token, encoding) : undefined
      const envelope = bytes && opened(bytes)
      const key = envelope && ring.keyFor(purpose, envelope.dataKeyId)
      return key && parsed<Payload>(decrypt(key, envelope.parts, purpose))
    },
  }
}

function opened(bytes: Buffer): { readonly dataKeyId: string; readonly parts: Encrypted } | undefined {
  const idLength = bytes[0] ?? 0
  const parts = parted(bytes.subarray(1 + idLength))
  return parts && { dataKeyId: bytes.toString('latin1', 1, 1 + idLength), parts }
}

function bounded(token: string, maximum: number): string {
  if (token.length > maximum) throw new RangeError(`An opaque token of ${token.length} characters, above ${maximum}`)
  return token
}

/** Undefined for text that another text stands for as well, so that no token has two spellings. */
function canonicalBytes(text: string, encoding: 'base64' | 'base64url'): Buffer | undefined {
  const bytes = Buffer.from(text, encoding)
  return bytes.toString(encoding) === text ? bytes : undefined
}

function parsed<Payload>(plain: Buffer | undefined): Payload | undefined {
  // Only what we sealed for this very purpose decrypts: its type is known.
  return plain && (JSON.parse(plain.toString('utf8')) as Payload)
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url')
}
