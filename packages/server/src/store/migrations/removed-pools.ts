import type { Migration } from 'kysely/migration'
import { keyText } from './column-types.ts'

/** Pools that are gone while what was in them is still being deleted. */
export const removedPools: Migration = {
  async up(db) {
    await db.schema
      .createTable('removed_pools')
      .addColumn('pool_id', keyText(db), (column) => column.notNull().primaryKey())
      .addColumn('removed_at', 'bigint', (column) => column.notNull())
      .addColumn('emptied', 'integer', (column) => column.notNull())
      .execute()
  },
}
