import { join } from 'node:path'
import { openSqliteStore } from '../store/open-sqlite-store.ts'
import type { Store } from '../store/store.ts'
import { makeDirectory } from './make-directory.ts'
import type { Settings } from './settings.ts'

/** Connections of one process; PostgreSQL gives out 100 in all unless it is told otherwise. */
const poolSize = 10

/** The store that the settings name, migrated. Rejects with StorageFailure, NewerDatabase or the engine's own error. */
export async function openStore({ storage }: Pick<Settings, 'storage'>): Promise<Store> {
  switch (storage.kind) {
    case 'memory':
      return openSqliteStore({ memory: true })
    case 'sqlite':
      await makeDirectory(storage.directory)
      return openSqliteStore({ file: join(storage.directory, 'cognate.db') })
    case 'postgres': {
      // Most servers never need the driver: it stays out of their memory.
      const { openPostgresStore } = await import('../store/open-postgres-store.ts')
      return openPostgresStore({ url: storage.url, poolSize })
    }
  }
}
