import type { Migration } from 'kysely/migration'
import { keyText } from './column-types.ts'

/** Public keys that users sign in with. */
export const passkeys: Migration = {
  async up(db) {
    await db.schema
      .createTable('passkeys')
      .addColumn('pool_id', keyText(db), (column) => column.notNull())
      .addColumn('passkey_id', keyText(db), (column) => column.notNull())
      .addColumn('sub', keyText(db), (column) => column.notNull())
      .addColumn('public_key', 'text', (column) => column.notNull())
      .addColumn('counter', 'bigint', (column) => column.notNull())
      .addColumn('description', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('passkeys_pk', ['pool_id', 'passkey_id'])
      .execute()
    await db.schema.createIndex('passkeys_by_user').on('passkeys').columns(['pool_id', 'sub']).execute()
  },
}
