import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { keptDataKeys } from './migrations/kept-data-keys.ts'
import { migrate, NewerDatabase, PendingMigrations, refusePending } from './migrations/migrate.ts'
import type { OpenOptions } from './open-sqlite-store.ts'
import { connections } from './postgres/connections.ts'
import { postgresDatabase } from './postgres/postgres-database.ts'
import { StorageFailure } from './storage-failure.ts'
import { storeIn } from './store-in.ts'
import type { Store } from './store.ts'

/** The store in PostgreSQL 15 or later, shared by any number of nodes. Throws NewerDatabase, StorageFailure. */
export async function openPostgresStore(
  place: { readonly url: string; readonly poolSize: number },
  options: OpenOptions = {},
): Promise<Store> {
  const pool = connections(place.url, place.poolSize)
  try {
    const db = migratingKysely(pool)
    if (options.beforeMigrating) await options.beforeMigrating(await reached(keptDataKeys(db)))
    await reached(options.migrate === false ? refusePending(db) : migrate(db))
  } catch (error) {
    await pool.end()
    throw error
  }
  return storeIn(postgresDatabase(pool))
}

function reached<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    throw explained(error)
  })
}

function explained(error: unknown): unknown {
  const ours = [StorageFailure, NewerDatabase, PendingMigrations].some((kind) => error instanceof kind)
  return ours ? error : new StorageFailure('the database could not be reached', { cause: error })
}

/** Kysely that executes, for migrations alone. */
function migratingKysely(pool: pg.Pool): Kysely<unknown> {
  return new Kysely({ dialect: new PostgresDialect({ pool }) })
}
