import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Random } from '../ambient/random.ts'

/** A key that seals secrets; in the store it is wrapped under the master key. */
export interface PlainDataKey {
  /** Letters, digits, `_` and `-`, at most 64. */
  readonly id: string
  /** 32 bytes. */
  readonly key: Uint8Array
}

export interface KeyRing {
  readonly currentKeyId: string
  readonly random: Random
  /** The key for one purpose under one data key; undefined when that data key is not on the ring. */
  keyFor(purpose: string, dataKeyId: string): KeyObject | undefined
  /** The same under the current data key. */
  currentKeyFor(purpose: string): KeyObject
}

/**
 * Every purpose gets its own key, derived with HKDF-SHA256 (RFC 5869) from the data key, so that what was sealed for
 * one purpose is rubbish for another. Throws RangeError when a key has the wrong size or the current one is missing.
 */
export function keyRing(keys: {
  readonly dataKeys: readonly PlainDataKey[]
  readonly currentKeyId: string
  readonly random: Random
}): KeyRing {
  const byId = new Map(keys.dataKeys.map((dataKey) => [dataKey.id, checked(dataKey).key]))
  const current = byId.get(keys.currentKeyId)
  if (current === undefined) throw new RangeError(`The current data key is not on the ring: ${keys.currentKeyId}`)

  const derived = new Map<string, KeyObject>()
  const derivedOnce = (purpose: string, dataKeyId: string, dataKey: Uint8Array) => {
    const name = `${dataKeyId}/${purpose}`
    const key = derived.get(name) ?? deriveKey(dataKey, purpose)
    derived.set(name, key)
    return key
  }
  return {
    currentKeyId: keys.currentKeyId,
    random: keys.random,
    keyFor(purpose, dataKeyId) {
      const dataKey = byId.get(dataKeyId)
      return dataKey && derivedOnce(purpose, dataKeyId, dataKey)
    },
    currentKeyFor: (purpose) => derivedOnce(purpose, keys.currentKeyId, current),
  }
}

/** A 32-byte key that tells nothing about the key it comes from, nor about those of other purposes. */
export function deriveKey(key: Uint8Array, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `cognate ${purpose}`, 32)))
}

function checked(dataKey: PlainDataKey): PlainDataKey {
  if (!/^[\w-]{1,64}$/.test(dataKey.id)) throw new RangeError(`Not a data key id: ${dataKey.id}`)
  if (dataKey.key.length !== 32) throw new RangeError(`Data key ${dataKey.id} must have 32 bytes`)
  return dataKey
}
