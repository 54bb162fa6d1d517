import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { keyText } from './column-types.ts'

/** What was tried with accounts, where threat protection watches. */
export const authEvents: Migration = {
  async up(db) {
    await db.schema
      .createTable('auth_events')
      .addColumn('pool_id', keyText(db), (column) => column.notNull())
      .addColumn('who', keyText(db), (column) => column.notNull())
      .addColumn('event_id', keyText(db), (column) => column.notNull())
      .addColumn('event_type', 'text', (column) => column.notNull())
      .addColumn('response', 'text', (column) => column.notNull())
      .addColumn('entered', 'bigint', (column) => column.notNull())
      .addColumn('findings', 'text', (column) => column.notNull())
      .addColumn('sealed_context', 'text', (column) => column.notNull())
      .addColumn('address_digest', 'text')
      .addColumn('device_digest', 'text')
      .addColumn('feedback', 'text')
      .addColumn('feedback_by', 'text')
      .addColumn('feedback_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('auth_events_pk', ['pool_id', 'who', 'event_id'])
      .execute()
    const index = (name: string) => db.schema.createIndex(name).on('auth_events')
    await index('auth_events_by_time').columns(['pool_id', 'who', 'created_at', 'event_id']).execute()
    // Of failures alone: all of a pool's users may come from one address, that of an app's server.
    await index('auth_events_failed')
      .columns(['pool_id', 'address_digest', 'created_at', 'who'])
      .where(sql.ref('event_type'), '=', 'SignIn')
      .where(sql.ref('response'), '=', 'Fail')
      .execute()
    await index('auth_events_by_end').column('expires_at').execute()
  },
}
