import type { Migration } from 'kysely/migration'
import { keyText } from './column-types.ts'

/** How many e-mails accounts have sent in the day that lasts. */
export const dailyEmails: Migration = {
  async up(db) {
    await db.schema
      .createTable('daily_emails')
      .addColumn('account', keyText(db), (column) => column.notNull())
      .addColumn('region', keyText(db), (column) => column.notNull())
      .addColumn('ends_at', 'bigint', (column) => column.notNull())
      .addColumn('sent', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('daily_emails_pk', ['account', 'region'])
      .execute()
  },
}
