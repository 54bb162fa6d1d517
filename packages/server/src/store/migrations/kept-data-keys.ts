import { sql, type Kysely } from 'kysely'
import { migrationStatus } from './migrate.ts'

/** As the store keeps it, and nobody can read it. */
export interface WrappedKey {
  readonly id: string
  readonly wrapped: string
}

/** The data keys of a database as it is before it is migrated; none of an empty one. Throws NewerDatabase. */
export async function keptDataKeys(db: Kysely<unknown>): Promise<readonly WrappedKey[]> {
  const { applied } = await migrationStatus(db)
  if (!applied.includes('001-start')) return []
  const found = await sql<WrappedKey>`select key_id as id, wrapped from data_keys order by created_at, key_id`.execute(
    db,
  )
  return found.rows
}
