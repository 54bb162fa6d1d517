import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { cose, decodeCredentialPublicKey } from '@simplewebauthn/server/helpers'

/** Whether a COSE key is one of those that we ask for, and whole. */
export function isOfferedKey(publicKey: Uint8Array<ArrayBuffer>): boolean {
  const key = decodeCredentialPublicKey(publicKey) as unknown as ReadonlyMap<number, unknown>
  const jwk = jwkOf(key)
  const imported = jwk && importedKey(jwk)
  return imported !== undefined && isSound(imported)
}

function jwkOf(key: ReadonlyMap<number, unknown>): JsonWebKey | undefined {
  const { kty, alg, crv, x, y, n, e } = cose.COSEKEYS
  const text = (label: number) => {
    const bytes = key.get(label)
    return bytes instanceof Uint8Array ? Buffer.from(bytes).toString('base64url') : ''
  }
  if (key.get(alg) === cose.COSEALG.ES256 && key.get(kty) === cose.COSEKTY.EC2 && key.get(crv) === cose.COSECRV.P256)
    return { kty: 'EC', crv: 'P-256', x: text(x), y: text(y) }
  if (key.get(alg) === cose.COSEALG.RS256 && key.get(kty) === cose.COSEKTY.RSA)
    return { kty: 'RSA', n: text(n), e: text(e) }
  return undefined
}

/** Undefined for numbers that are no key, such as a point that is not on the curve. */
function importedKey(key: JsonWebKey): KeyObject | undefined {
  try {
    return createPublicKey({ key, format: 'jwk' })
  } catch {
    return undefined
  }
}

/** An RSA key that is neither weak nor slow to verify with. */
function isSound({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject): boolean {
  if (asymmetricKeyType === 'ec') return true
  const { modulusLength = 0, publicExponent = 0n } = asymmetricKeyDetails
  return modulusLength >= 2048 && modulusLength <= 4096 && publicExponent >= 3n && publicExponent <= 0xffffffffn
}
