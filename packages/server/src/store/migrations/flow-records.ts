import type { Migration } from 'kysely/migration'
import { keyText } from './column-types.ts'

/** What was recorded of flows; whatever lists them finds their ids in an index alone. */
export const flowRecords: Migration = {
  async up(db) {
    await db.schema
      .createTable('flow_records')
      .addColumn('pool_id', keyText(db), (column) => column.notNull())
      .addColumn('record_id', keyText(db), (column) => column.notNull())
      .addColumn('flow_id', keyText(db), (column) => column.notNull())
      .addColumn('account', keyText(db), (column) => column.notNull())
      .addColumn('client_id', keyText(db))
      .addColumn('who', keyText(db))
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('flow_records_pk', ['pool_id', 'record_id'])
      .execute()
    const index = (name: string) => db.schema.createIndex(name).on('flow_records')
    await index('flow_records_by_time').columns(['at', 'record_id', 'account', 'flow_id']).execute()
    await index('flow_records_by_client').columns(['client_id', 'at', 'record_id', 'account', 'flow_id']).execute()
    await index('flow_records_by_person').columns(['who', 'at', 'record_id', 'account', 'flow_id']).execute()
    await index('flow_records_by_flow').columns(['flow_id', 'at']).execute()
  },
}
