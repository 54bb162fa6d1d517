import type { Migration } from 'kysely/migration'
import { keyText } from './column-types.ts'

/** Keys that encrypt for whoever owns them, and the names they are called by. */
export const kmsKeys: Migration = {
  async up(db) {
    await db.schema
      .createTable('kms_keys')
      .addColumn('account', keyText(db), (column) => column.notNull())
      .addColumn('region', keyText(db), (column) => column.notNull())
      .addColumn('key_id', keyText(db), (column) => column.notNull())
      .addColumn('settings', 'text', (column) => column.notNull())
      .addColumn('sealed_material', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('deletion_at', 'bigint')
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('kms_keys_pk', ['account', 'region', 'key_id'])
      .execute()
    await db.schema.createIndex('kms_keys_by_deletion').on('kms_keys').column('deletion_at').execute()
    await db.schema
      .createTable('kms_aliases')
      .addColumn('account', keyText(db), (column) => column.notNull())
      .addColumn('region', keyText(db), (column) => column.notNull())
      .addColumn('alias_name', keyText(db), (column) => column.notNull())
      .addColumn('key_id', keyText(db), (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('modified_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('kms_aliases_pk', ['account', 'region', 'alias_name'])
      .execute()
    await db.schema
      .createIndex('kms_aliases_by_key')
      .on('kms_aliases')
      .columns(['account', 'region', 'key_id'])
      .execute()
  },
}
