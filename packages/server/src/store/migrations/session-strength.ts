import type { Migration } from 'kysely/migration'

/** How strongly a session's sign-in authenticated, and by which methods, separated by spaces. */
export const sessionStrength: Migration = {
  async up(db) {
    await db.schema.alterTable('sessions').addColumn('acr', 'text').execute()
    await db.schema.alterTable('sessions').addColumn('amr', 'text').execute()
  },
}
