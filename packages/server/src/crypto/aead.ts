import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto'

export const ivLength = 12
export const tagLength = 16

export interface Encrypted {
  /** Twelve random bytes, never used twice with one key. */
  readonly iv: Uint8Array
  readonly ciphertext: Uint8Array
  readonly tag: Uint8Array
}

/**
 * AES-256-GCM. With random IVs the chance of a repeated one stays below 2^-32 for the first 2^32 messages of a key
 * (NIST SP 800-38D, 8.3); that is why data keys rotate and each purpose has a key of its own.
 */
export function encrypt(key: KeyObject, iv: Uint8Array, plain: string | Uint8Array, context: string): Encrypted {
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength })
  cipher.setAAD(Buffer.from(context, 'utf8'))
  const first = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain)
  const last = cipher.final()
  return { iv, ciphertext: last.length === 0 ? first : Buffer.concat([first, last]), tag: cipher.getAuthTag() }
}

/** Undefined when any of it was altered, the key is another, or the context is. */
export function decrypt(key: KeyObject, { iv, ciphertext, tag }: Encrypted, context: string): Buffer | undefined {
  if (iv.length !== ivLength || tag.length !== tagLength) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(context, 'utf8')).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()])
  } catch {
    return undefined
  }
}

/** IV, ciphertext and tag in one piece. */
export function joined({ iv, ciphertext, tag }: Encrypted): Buffer {
  return Buffer.concat([iv, ciphertext, tag])
}

/** The parts of what `joined` made; undefined when it is too short to be that. */
export function parted(bytes: Buffer): Encrypted | undefined {
  if (bytes.length < ivLength + tagLength) return undefined
  return {
    iv: bytes.subarray(0, ivLength),
    ciphertext: bytes.subarray(ivLength, bytes.length - tagLength),
    tag: bytes.subarray(bytes.length - tagLength),
  }
}
