import { unwrapDataKey, WrongMasterKey } from '../crypto/data-key-wrapping.ts'
import type { WrappedKey } from '../store/migrations/kept-data-keys.ts'
import { readMasterKey } from './master-key.ts'
import { nextKeyFile } from './open-master-key.ts'
import type { MasterKeySource } from './settings.ts'

/**
 * Throws WrongMasterKey, or MasterKeyUnusable, where what is kept is wrapped with another key than the one at hand: nothing
 * of such a store may be touched. A key that was not made yet says nothing.
 */
export async function refuseOtherMasterKey(source: MasterKeySource, [first]: readonly WrappedKey[]): Promise<void> {
  if (!first || source.kind === 'passing') return
  if (source.kind === 'given') return requireFit(source.key, first)
  // Of a rotation that was interrupted, which whoever opens the store finishes.
  const next = await readMasterKey(nextKeyFile(source.file)).catch(() => undefined)
  if (next && fits(next, first)) return
  const present = readMasterKey(source.file)
  const key = await (source.kind === 'made' ? present.catch(() => undefined) : present)
  if (key) requireFit(key, first)
}

function requireFit(masterKey: Uint8Array, { id, wrapped }: WrappedKey): void {
  unwrapDataKey(masterKey, id, wrapped)
}

function fits(masterKey: Uint8Array, key: WrappedKey): boolean {
  try {
    requireFit(masterKey, key)
    return true
  } catch (error) {
    if (error instanceof WrongMasterKey) return false
    throw error
  }
}
