import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { Random } from '../ambient/random.ts'

/** As a pool's JWKS publishes it; members in the order in which Cognito writes them. */
export interface PublicJwk {
  readonly alg: 'RS256'
  readonly e: string
  readonly kid: string
  readonly kty: 'RSA'
  readonly n: string
  readonly use: 'sig'
}

export interface KeyPair {
  /** Base64 of 32 random bytes, with its `=`, as Cognito names keys. */
  readonly kid: string
  /** PKCS #8 in PEM; to be sealed. */
  readonly privateKey: string
  readonly publicJwk: PublicJwk
}

const generate = promisify(generateKeyPair)

/** RSA, 2048 bits, made in the thread pool: a tenth of a second and more. */
export async function newKeyPair(random: Random): Promise<KeyPair> {
  const kid = random.bytes(32).toString('base64')
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: 2048, publicExponent: 0x1_00_01 })
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' })
  return {
    kid,
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicJwk: { alg: 'RS256', e, kid, kty: 'RSA', n, use: 'sig' },
  }
}

/** Reading a key costs as much as several uses of it: keep what this gives. */
export function readPrivateKey(pem: string): KeyObject {
  return createPrivateKey(pem)
}

export function readPublicKey({ kty, n, e }: PublicJwk): KeyObject {
  return createPublicKey({ format: 'jwk', key: { kty, n, e } })
}
