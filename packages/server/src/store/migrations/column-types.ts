import { PostgresAdapter, sql, type Kysely, type RawBuilder } from 'kysely'

export function embedded(db: Kysely<unknown>): boolean {
  return !(db.getExecutor().adapter instanceof PostgresAdapter)
}

/** Text that is sorted or searched: both engines then order it by its bytes, as SQLite does unasked. */
export function keyText(db: Kysely<unknown>): 'text' | RawBuilder<string> {
  return embedded(db) ? 'text' : sql`text collate "C"`
}
