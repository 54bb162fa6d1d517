import type { Migration } from 'kysely/migration'
import { keyText } from './column-types.ts'

/** Jobs that import users, and the files that were sent for them, in parts. */
export const importJobs: Migration = {
  async up(db) {
    await db.schema
      .createTable('import_jobs')
      .addColumn('pool_id', keyText(db), (column) => column.notNull())
      .addColumn('job_id', keyText(db), (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('work', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('due_at', 'bigint')
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('import_jobs_pk', ['pool_id', 'job_id'])
      .execute()
    await db.schema.createIndex('import_jobs_by_due').on('import_jobs').column('due_at').execute()
    await db.schema
      .createTable('import_chunks')
      .addColumn('pool_id', keyText(db), (column) => column.notNull())
      .addColumn('job_id', keyText(db), (column) => column.notNull())
      .addColumn('upload_id', keyText(db), (column) => column.notNull())
      .addColumn('place', 'bigint', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('import_chunks_pk', ['pool_id', 'job_id', 'upload_id', 'place'])
      .execute()
  },
}
