import type { Migration } from 'kysely/migration'
import { keyText } from './column-types.ts'

/** Devices of users, and which of them a session belongs to; where sessions are tracked, also from where it is used. */
export const devices: Migration = {
  async up(db) {
    await db.schema
      .createTable('devices')
      .addColumn('pool_id', keyText(db), (column) => column.notNull())
      .addColumn('sub', keyText(db), (column) => column.notNull())
      .addColumn('device_key', keyText(db), (column) => column.notNull())
      .addColumn('device_name', 'text')
      .addColumn('salt', 'text', (column) => column.notNull())
      .addColumn('sealed_verifier', 'text', (column) => column.notNull())
      .addColumn('remembered', 'integer', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('modified_at', 'bigint', (column) => column.notNull())
      .addColumn('authenticated_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('devices_pk', ['pool_id', 'sub', 'device_key'])
      .execute()
    for (const column of ['device_key', 'address', 'device_type'])
      await db.schema.alterTable('sessions').addColumn(column, 'text').execute()
  },
}
