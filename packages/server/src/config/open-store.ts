import { join } from 'node:path'
import { openSqliteStore } from '../store/open-sqlite-store.ts'
import type { WrappedKey } from '../store/migrations/kept-data-keys.ts'
import type { Store } from '../store/store.ts'
import { makeDirectory } from './make-directory.ts'
import { refuseOtherMasterKey } from './refuse-other-master-key.ts'
import type { Settings } from './settings.ts'

/** Connections of one process; PostgreSQL gives out 100 in all unless it is told otherwise. */
const poolSize = 10

/**
 * The store that the settings name, migrated if it is sealed with their master key. Rejects with WrongMasterKey,
 * MasterKeyUnusable, StorageFailure, NewerDatabase or the engine's own error.
 */
export async function openStore({ storage, masterKey }: Pick<Settings, 'storage' | 'masterKey'>): Promise<Store> {
  const beforeMigrating = (kept: readonly WrappedKey[]) => refuseOtherMasterKey(masterKey, kept)
  switch (storage.kind) {
    case 'memory':
      return openSqliteStore({ memory: true })
    case 'sqlite':
      await makeDirectory(storage.directory)
      return openSqliteStore({ file: join(storage.directory, 'cognate.db') }, { beforeMigrating })
    case 'postgres': {
      // Most servers never need the driver: it stays out of their memory.
      const { openPostgresStore } = await import('../store/open-postgres-store.ts')
      return openPostgresStore({ url: storage.url, poolSize }, { beforeMigrating })
    }
  }
}
