import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { migrate, refusePending } from './migrations/migrate.ts'
import type { OpenOptions } from './open-sqlite-store.ts'
import { connections } from './postgres/connections.ts'
import { postgresDatabase } from './postgres/postgres-database.ts'
import { storeIn } from './store-in.ts'
import type { Store } from './store.ts'

/** The store in PostgreSQL 15 or later, shared by any number of nodes. Throws NewerDatabase. */
export async function openPostgresStore(
  place: { readonly url: string; readonly poolSize: number },
  options: OpenOptions = {},
): Promise<Store> {
  const pool = connections(place.url, place.poolSize)
  try {
    const db = migratingKysely(pool)
    await (options.migrate === false ? refusePending(db) : migrate(db))
  } catch (error) {
    await pool.end()
    throw error
  }
  return storeIn(postgresDatabase(pool))
}

/** Kysely that executes, for migrations alone. */
export function migratingKysely(pool: pg.Pool): Kysely<unknown> {
  return new Kysely({ dialect: new PostgresDialect({ pool }) })
}
