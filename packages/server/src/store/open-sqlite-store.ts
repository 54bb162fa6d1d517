import { closeSync, openSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { keptDataKeys, type WrappedKey } from './migrations/kept-data-keys.ts'
import { migrate, refusePending } from './migrations/migrate.ts'
import { openConnection, openReader } from './sqlite/connection.ts'
import { inlineWriter } from './sqlite/inline-writer.ts'
import { migratingKysely } from './sqlite/migrating.ts'
import { sqliteDatabase } from './sqlite/sqlite-database.ts'
import { threadWriter } from './sqlite/thread-writer.ts'
import { storeIn } from './store-in.ts'
import type { Store } from './store.ts'

export interface OpenOptions {
  /** Otherwise a database that lacks migrations is refused with PendingMigrations. */
  readonly migrate?: boolean
  /** Rejects where the database must not be touched, of which it gets the data keys. */
  readonly beforeMigrating?: (kept: readonly WrappedKey[]) => Promise<void>
}

/** The embedded store, in memory or in a file, made if need be in a directory that is there. Throws NewerDatabase. */
export async function openSqliteStore(
  place: { readonly file: string } | { readonly memory: true },
  options: OpenOptions = {},
): Promise<Store> {
  if ('memory' in place) return openInMemory()
  await withSqliteFile(place.file, (connection) => prepareTables(connection, options))
  return storeIn(sqliteDatabase(openReader(place.file), threadWriter(place.file)))
}

async function openInMemory(): Promise<Store> {
  const connection = openConnection(':memory:')
  await migrate(migratingKysely(connection))
  return storeIn(sqliteDatabase(connection, inlineWriter(connection)))
}

async function prepareTables(connection: DatabaseSync, options: OpenOptions): Promise<void> {
  const db = migratingKysely(connection)
  if (options.beforeMigrating) await options.beforeMigrating(await keptDataKeys(db))
  await (options.migrate === false ? refusePending(db) : migrate(db))
}

/** Opens the file, making it readable by its owner alone if it is not there, for the time of `work`. */
export async function withSqliteFile<Result>(
  file: string,
  work: (connection: DatabaseSync) => Promise<Result>,
): Promise<Result> {
  closeSync(openSync(file, 'a', 0o600))
  const connection = openConnection(file)
  try {
    return await work(connection)
  } finally {
    connection.close()
  }
}
