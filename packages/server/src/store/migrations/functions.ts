import type { Migration } from 'kysely/migration'
import { keyText } from './column-types.ts'

/** Functions of the Lambda API, and the files that were sent for them, in parts. */
export const functions: Migration = {
  async up(db) {
    await db.schema
      .createTable('functions')
      .addColumn('account', keyText(db), (column) => column.notNull())
      .addColumn('region', keyText(db), (column) => column.notNull())
      .addColumn('function_name', keyText(db), (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('sealed_variables', 'text', (column) => column.notNull())
      .addColumn('code_id', keyText(db), (column) => column.notNull())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('functions_pk', ['account', 'region', 'function_name'])
      .execute()
    await db.schema.createIndex('functions_by_code').on('functions').column('code_id').execute()
    await db.schema
      .createTable('function_code')
      .addColumn('code_id', keyText(db), (column) => column.notNull())
      .addColumn('place', 'bigint', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('function_code_pk', ['code_id', 'place'])
      .execute()
    await db.schema.createIndex('function_code_by_age').on('function_code').column('created_at').execute()
  },
}
