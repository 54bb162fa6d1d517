import type { Migration } from 'kysely/migration'

/** When a session was last refreshed, where its pool tracks sessions. */
export const sessionTracking: Migration = {
  async up(db) {
    await db.schema.alterTable('sessions').addColumn('last_active_at', 'bigint').execute()
  },
}
