import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { embedded, keyText } from './column-types.ts'

/** Groups, who is in them, and groups that are gone while the memberships they left are still being deleted. */
export const groups: Migration = {
  async up(db) {
    await db.schema
      .createTable('groups')
      .addColumn('pool_id', keyText(db), (column) => column.notNull())
      .addColumn('group_name', keyText(db), (column) => column.notNull())
      .addColumn('group_id', keyText(db), (column) => column.notNull())
      .addColumn('settings', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('modified_at', 'bigint', (column) => column.notNull())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('groups_pk', ['pool_id', 'group_name'])
      .execute()
    await db.schema.createIndex('groups_by_id').unique().on('groups').columns(['pool_id', 'group_id']).execute()
    await createMembers(db)
    await db.schema
      .createTable('removed_groups')
      .addColumn('pool_id', keyText(db), (column) => column.notNull())
      .addColumn('group_id', keyText(db), (column) => column.notNull())
      .addColumn('removed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('removed_groups_pk', ['pool_id', 'group_id'])
      .execute()
  },
}

/** In the order of its key where the engine can (SQLite): a user's groups then lie together. */
async function createMembers(db: Kysely<unknown>): Promise<void> {
  const table = db.schema
    .createTable('group_members')
    .addColumn('pool_id', keyText(db), (column) => column.notNull())
    .addColumn('sub', keyText(db), (column) => column.notNull())
    .addColumn('group_id', keyText(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('group_members_pk', ['pool_id', 'sub', 'group_id'])
  await (embedded(db) ? table.modifyEnd(sql`without rowid`) : table).execute()
  await db.schema
    .createIndex('group_members_by_group')
    .on('group_members')
    .columns(['pool_id', 'group_id', 'sub'])
    .execute()
}
