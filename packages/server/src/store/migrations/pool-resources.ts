import type { Migration } from 'kysely/migration'
import { keyText } from './column-types.ts'

/** What a pool holds besides users, clients and keys, and the names under which its pages are found. */
export const poolResources: Migration = {
  async up(db) {
    await db.schema
      .createTable('pool_resources')
      .addColumn('pool_id', keyText(db), (column) => column.notNull())
      .addColumn('kind', keyText(db), (column) => column.notNull())
      .addColumn('name', keyText(db), (column) => column.notNull())
      .addColumn('owner', keyText(db))
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('modified_at', 'bigint', (column) => column.notNull())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('pool_resources_pk', ['pool_id', 'kind', 'name'])
      .execute()
    await db.schema.createIndex('pool_resources_by_owner').on('pool_resources').columns(['pool_id', 'owner']).execute()
    await db.schema
      .createTable('domains')
      .addColumn('domain', keyText(db), (column) => column.notNull().primaryKey())
      .addColumn('pool_id', keyText(db), (column) => column.notNull())
      .addColumn('settings', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('modified_at', 'bigint', (column) => column.notNull())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('domains_by_pool').on('domains').column('pool_id').execute()
  },
}
