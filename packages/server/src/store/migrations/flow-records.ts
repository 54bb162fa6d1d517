import type { Migration } from 'kysely/migration'
import { keyText } from './column-types.ts'

/** What was recorded of flows. Two indexes, whose keys grow with time: keys by chance cost ten times as much to write. */
export const flowRecords: Migration = {
  async up(db) {
    await db.schema
      .createTable('flow_records')
      .addColumn('pool_id', keyText(db), (column) => column.notNull())
      .addColumn('record_id', keyText(db), (column) => column.notNull())
      .addColumn('account', keyText(db), (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('size', 'bigint', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('flow_records_pk', ['pool_id', 'record_id'])
      .execute()
    const byTime = db.schema.createIndex('flow_records_by_time').on('flow_records')
    await byTime.columns(['at', 'record_id', 'account', 'pool_id', 'size']).execute()
  },
}
