import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgresStore } from '../store/open-postgres-store.ts'
import { openSqliteStore } from '../store/open-sqlite-store.ts'
import type { Store } from '../store/store.ts'
import { testDatabase } from './postgres.ts'

export type Engine = 'SQLite in a file' | 'SQLite in memory' | 'PostgreSQL'

/** An empty place for a store, that several can be opened in where the engine has more than memory. */
export interface Place extends AsyncDisposable {
  open(): Promise<Store>
  /** File or URL, for another process. */
  readonly address: string
}

export const engines: Readonly<Record<Engine, () => Promise<Place>>> = {
  'SQLite in a file': async () => {
    const directory = await mkdtemp(join(tmpdir(), 'cognate-store-'))
    const address = join(directory, 'store.db')
    return {
      address,
      open: () => openSqliteStore({ file: address }),
      [Symbol.asyncDispose]: () => rm(directory, { recursive: true }),
    }
  },
  'SQLite in memory': () =>
    Promise.resolve({
      address: ':memory:',
      open: () => openSqliteStore({ memory: true }),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    }),
  PostgreSQL: async () => {
    const database = await testDatabase()
    return {
      address: database.url,
      open: () => openPostgresStore({ url: database.url, poolSize: 10 }),
      [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
    }
  },
}
