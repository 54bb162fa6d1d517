import { join } from 'node:path'
import type { Storage } from '../config/settings.ts'
import { openPostgresStore } from '../store/open-postgres-store.ts'
import { type OpenOptions, openSqliteStore } from '../store/open-sqlite-store.ts'
import type { Store } from '../store/store.ts'

/** Connections of one process: as many as a small PostgreSQL shares out among a few nodes. */
const poolSize = 10

/** The store that the settings name, with its tables brought up to date unless the options say otherwise. */
export function openStore(storage: Storage, options: OpenOptions = {}): Promise<Store> {
  switch (storage.kind) {
    case 'memory':
      return openSqliteStore({ memory: true }, options)
    case 'sqlite':
      return openSqliteStore({ file: join(storage.directory, 'cognate.db') }, options)
    case 'postgres':
      return openPostgresStore({ url: storage.url, poolSize }, options)
  }
}
