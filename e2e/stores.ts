import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '../packages/server/src/testing/postgres.ts'

/** A place for one server's state, which outlives the server's processes and goes with the test. */
export interface Home extends AsyncDisposable {
  /** The working directory of everything that runs on it: the master key lives below. */
  readonly directory: string
  /** What tells `cognate` where its store is. */
  readonly flags: readonly string[]
}

export interface StoreKind {
  readonly store: string
  readonly open: () => Promise<Home>
}

/** Both stores, for `describe.each`. */
export const stores: readonly [StoreKind, StoreKind] = [
  { store: 'SQLite', open: async () => homeWith(await directory(), ['--data', 'data']) },
  {
    store: 'PostgreSQL',
    open: async () => {
      const database = await testDatabase()
      return homeWith(await directory(), ['--database-url', database.url], database)
    },
  },
]

function directory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'cognate-e2e-'))
}

function homeWith(path: string, flags: readonly string[], database?: AsyncDisposable): Home {
  return {
    directory: path,
    flags,
    async [Symbol.asyncDispose]() {
      await database?.[Symbol.asyncDispose]()
      await rm(path, { recursive: true, force: true })
    },
  }
}
