import type { Migration } from 'kysely/migration'
import { keyText } from './column-types.ts'

/** What accounts may have and do where that is not the standard; what nodes have taken of a second; a row to hold. */
export const quotas: Migration = {
  async up(db) {
    await db.schema
      .createTable('quotas')
      .addColumn('account', keyText(db), (column) => column.notNull())
      .addColumn('region', keyText(db), (column) => column.notNull())
      .addColumn('quota', keyText(db), (column) => column.notNull())
      .addColumn('most', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('quotas_pk', ['account', 'region', 'quota'])
      .execute()
    await db.schema
      .createTable('rate_leases')
      .addColumn('account', keyText(db), (column) => column.notNull())
      .addColumn('region', keyText(db), (column) => column.notNull())
      .addColumn('bucket', keyText(db), (column) => column.notNull())
      .addColumn('second', 'bigint', (column) => column.notNull())
      .addColumn('taken', 'bigint', (column) => column.notNull())
      .addColumn('granted', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('rate_leases_pk', ['account', 'region', 'bucket'])
      .execute()
    await db.schema
      .createTable('accounts')
      .addColumn('account', keyText(db), (column) => column.notNull())
      .addColumn('region', keyText(db), (column) => column.notNull())
      .addPrimaryKeyConstraint('accounts_pk', ['account', 'region'])
      .execute()
  },
}
