import { createHmac } from 'node:crypto'
import { decrypt, encrypt, ivLength, joined, parted } from './aead.ts'
import { equalInConstantTime } from './constant-time.ts'
import { deriveKey, type KeyRing } from './key-ring.ts'

export interface Sealer {
  /** What it seals with; opaque tokens are made from it too. */
  readonly ring: KeyRing
  /** `<data key id>.<base64url of IV, ciphertext and tag>`. The context must be said again to unseal. */
  seal(plain: string | Uint8Array, context: string): string
  /** Throws Unsealable. */
  unseal(sealed: string, context: string): Buffer
  /** A keyed digest, base64url (43 characters), to look a value up or compare it without keeping it. */
  digest(value: string, context: string): string
  equalDigests(one: string, other: string): boolean
}

/** What was to be unsealed was altered, cut short, sealed for something else, or by a data key that is gone. */
export class Unsealable extends Error {
  override readonly name = 'Unsealable'
}

const purpose = 'sealed secrets'

/** `digestKey` (32 bytes) stays the same while data keys rotate, or what was digested before could not be found. */
export function sealerWith(ring: KeyRing, digestKey: Uint8Array): Sealer {
  if (digestKey.length !== 32) throw new RangeError('The digest key must have 32 bytes')
  const hmacKey = deriveKey(digestKey, 'digests')
  return {
    ring,
    seal(plain, context) {
      const sealed = encrypt(ring.currentKeyFor(purpose), ring.random.bytes(ivLength), plain, context)
      return `${ring.currentKeyId}.${joined(sealed).toString('base64url')}`
    },
    unseal: (sealed, context) => unseal(ring, sealed, context),
    // The length keeps the boundary: context "a" with value "bc" is not context "ab" with value "c".
    digest: (value, context) =>
      createHmac('sha256', hmacKey).update(`${context.length}:${context}${value}`, 'utf8').digest('base64url'),
    equalDigests: equalInConstantTime,
  }
}

function unseal(ring: KeyRing, sealed: string, context: string): Buffer {
  const dot = sealed.indexOf('.')
  const key = ring.keyFor(purpose, sealed.slice(0, Math.max(dot, 0)))
  if (key === undefined) throw new Unsealable('Sealed by a data key that is not on the ring')
  const parts = parted(Buffer.from(sealed.slice(dot + 1), 'base64url'))
  const plain = parts && decrypt(key, parts, context)
  if (plain === undefined) throw new Unsealable(`Not a whole value sealed as ${context}`)
  return plain
}
