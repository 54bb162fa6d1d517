import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
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

const engines: Readonly<Record<Engine, () => Promise<Place>>> = {
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

/** The same tests on every engine; the tests of one engine share a store. */
export function onEveryStore(tests: (store: () => Store) => void): void {
  for (const engine of Object.keys(engines) as Engine[]) {
    describe(engine, () => {
      let place: Place
      let store: Store
      beforeAll(async () => {
        place = await engines[engine]()
        store = await place.open()
      })
      afterAll(async () => {
        await store[Symbol.asyncDispose]()
        await place[Symbol.asyncDispose]()
      })
      tests(() => store)
    })
  }
}

/** The same tests on every engine that several nodes can share; each test gets a place of its own. */
export function onEverySharedPlace(tests: (place: () => Place) => void): void {
  for (const engine of ['SQLite in a file', 'PostgreSQL'] as const) {
    describe(engine, () => {
      let place: Place
      beforeAll(async () => {
        place = await engines[engine]()
      })
      afterAll(() => place[Symbol.asyncDispose]())
      tests(() => place)
    })
  }
}
