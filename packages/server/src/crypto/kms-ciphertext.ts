import type { Random } from '../ambient/random.ts'
import { decrypt, encrypt, ivLength, joined, parted } from './aead.ts'
import { deriveKey } from './key-ring.ts'

/** What is bound to a ciphertext; the order of its entries means nothing. */
export type EncryptionContext = Readonly<Record<string, string>>

interface Key {
  readonly id: string
  /** 32 bytes. */
  readonly material: Uint8Array
}

/** A blob that says which key decrypts it. AWS's own format is not published; ours is a version, the id's length, the id, then IV, ciphertext and tag. */
export const kmsCiphertext = {
  make(key: Key, plain: Uint8Array, context: EncryptionContext, random: Random): Buffer {
    const sealed = encrypt(keyOf(key), random.bytes(ivLength), plain, boundTo(key.id, context))
    return Buffer.concat([Buffer.from([format, key.id.length]), Buffer.from(key.id, 'latin1'), joined(sealed)])
  },
  /** Undefined when it is no blob of ours. */
  keyIdOf(blob: Buffer): string | undefined {
    const length = blob[1] ?? 0
    return blob[0] === format && blob.length > headLength + length
      ? blob.toString('latin1', headLength, headLength + length)
      : undefined
  },
  /** Undefined when it was altered, or made under another key or for another context. */
  open(key: Key, blob: Buffer, context: EncryptionContext): Buffer | undefined {
    const parts = parted(blob.subarray(headLength + key.id.length))
    return parts && decrypt(keyOf(key), parts, boundTo(key.id, context))
  },
}

const format = 1
const headLength = 2

const keyOf = ({ material }: Key) => deriveKey(material, 'KMS ciphertexts')

function boundTo(id: string, context: EncryptionContext): string {
  const entries = Object.entries(context).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([id, entries])
}
