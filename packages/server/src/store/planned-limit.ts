import { type RawBuilder, sql } from 'kysely'

/** A limit in an expression: SQLite plans a query anew each time a bare one is filled in. */
export function plannedLimit(limit: number): RawBuilder<number> {
  return sql<number>`${limit} + 0`
}
