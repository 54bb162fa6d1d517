import { sql, type Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { StorageFailure } from '../storage-failure.ts'
import { migrations } from './migrations.ts'

/** The database was written by a newer Cognate; this one must not touch it. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase'
}

/** The database waits for `cognate migrate`. */
export class PendingMigrations extends Error {
  override readonly name = 'PendingMigrations'
}

export interface MigrationStatus {
  readonly applied: readonly string[]
  readonly pending: readonly string[]
}

/** Brings the database to this version's tables; safe when several nodes do it at once. Throws NewerDatabase. */
export async function migrate(db: Kysely<unknown>): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) }
  // Two that were made side by side may arrive in either order, and neither needs the other.
  const { error } = await new Migrator({ db, provider, allowUnorderedMigrations: true }).migrateToLatest()
  if (!error) return
  // Kysely stops at a migration it does not know before it runs any; that deserves a clearer name.
  await refuseNewer(db)
  throw new StorageFailure('the database could not be migrated', { cause: error })
}

/** Which migrations the database has and which it lacks. Throws NewerDatabase. */
export async function migrationStatus(db: Kysely<unknown>): Promise<MigrationStatus> {
  const applied = await refuseNewer(db)
  return { applied, pending: Object.keys(migrations).filter((name) => !applied.includes(name)) }
}

export async function refusePending(db: Kysely<unknown>): Promise<void> {
  const { pending } = await migrationStatus(db)
  if (pending.length > 0) throw new PendingMigrations(`the database lacks ${pending.join(', ')}: run cognate migrate`)
}

async function refuseNewer(db: Kysely<unknown>): Promise<readonly string[]> {
  const applied = await appliedIn(db)
  const unknown = applied.filter((name) => !(name in migrations))
  if (unknown.length > 0)
    throw new NewerDatabase(`the database was written by a newer Cognate: it has ${unknown.join(', ')}`)
  return applied
}

async function appliedIn(db: Kysely<unknown>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}
