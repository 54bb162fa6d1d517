import { rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Random } from '../ambient/random.ts'
import { unwrapDataKey, WrongMasterKey } from '../crypto/data-key-wrapping.ts'
import type { Store } from '../store/store.ts'
import { loadMasterKey, readMasterKey, syncDirectory } from './master-key.ts'
import type { MasterKeySource } from './settings.ts'

type DataKeys = Pick<Store['dataKeys'], 'list'>

/**
 * The master key that this store is sealed with. A rotation that ended between its commit and its last step is
 * finished here. Rejects like loadMasterKey; that the key is the wrong one shows when the data keys are opened.
 */
export async function openMasterKey(source: MasterKeySource, dataKeys: DataKeys, random: Random): Promise<Buffer> {
  if (source.kind === 'made' || source.kind === 'file') await finishRotation(source.file, dataKeys)
  return loadMasterKey(source, random)
}

/** Where a rotation keeps the new key until the store is sealed with it. */
export function nextKeyFile(file: string): string {
  return `${file}.next`
}

/** Puts the next key in place of the present one if the store is sealed with it already; tells whether it did. */
export async function finishRotation(file: string, dataKeys: DataKeys): Promise<boolean> {
  const next = await readMasterKey(nextKeyFile(file)).catch(() => undefined)
  if (!next || !(await isSealedWith(next, dataKeys))) return false
  // Another process may be as far and faster.
  await rename(nextKeyFile(file), file).catch(() => undefined)
  await syncDirectory(dirname(file))
  return true
}

async function isSealedWith(masterKey: Buffer, dataKeys: DataKeys): Promise<boolean> {
  const [first] = await dataKeys.list()
  if (!first) return false
  try {
    unwrapDataKey(masterKey, first.id, first.wrapped)
    return true
  } catch (error) {
    if (error instanceof WrongMasterKey) return false
    throw error
  }
}
