import type { Random } from '../ambient/random.ts'
import { decrypt, encrypt, ivLength, joined, parted } from './aead.ts'
import { deriveKey, type PlainDataKey } from './key-ring.ts'

/** The master key at hand is not the one that wrapped this data key, or the wrapped key was altered. */
export class WrongMasterKey extends Error {
  override readonly name = 'WrongMasterKey'
  constructor(dataKeyId: string) {
    super(`Data key ${dataKeyId} cannot be unwrapped: this is not the master key it was wrapped with`)
  }
}

/** Base64url text to keep in the store. The id is bound in, so that wrapped keys cannot be exchanged. */
export function wrapDataKey(masterKey: Uint8Array, dataKey: PlainDataKey, random: Random): string {
  const sealed = encrypt(wrappingKey(masterKey), random.bytes(ivLength), dataKey.key, dataKey.id)
  return joined(sealed).toString('base64url')
}

/** Throws WrongMasterKey. */
export function unwrapDataKey(masterKey: Uint8Array, id: string, wrapped: string): PlainDataKey {
  const parts = parted(Buffer.from(wrapped, 'base64url'))
  const key = parts && decrypt(wrappingKey(masterKey), parts, id)
  if (key === undefined) throw new WrongMasterKey(id)
  return { id, key }
}

function wrappingKey(masterKey: Uint8Array) {
  if (masterKey.length !== 32) throw new RangeError('The master key must have 32 bytes')
  return deriveKey(masterKey, 'wrapping of data keys')
}
