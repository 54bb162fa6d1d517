import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { keyText } from './column-types.ts'

/** An id is one of its user's passkeys, not of the pool's: else registering one would tell whether another has it. */
export const passkeysByUser: Migration = {
  async up(db) {
    await db.schema.alterTable('passkeys').renameTo('passkeys_of_pool').execute()
    await db.schema
      .createTable('passkeys')
      .addColumn('pool_id', keyText(db), (column) => column.notNull())
      .addColumn('sub', keyText(db), (column) => column.notNull())
      .addColumn('passkey_id', keyText(db), (column) => column.notNull())
      .addColumn('public_key', 'text', (column) => column.notNull())
      .addColumn('counter', 'bigint', (column) => column.notNull())
      .addColumn('description', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('passkeys_of_user_pk', ['pool_id', 'sub', 'passkey_id'])
      .execute()
    const columns = sql.raw('pool_id, sub, passkey_id, public_key, counter, description, created_at')
    await sql`insert into passkeys (${columns}) select ${columns} from passkeys_of_pool`.execute(db)
    await db.schema.dropTable('passkeys_of_pool').execute()
  },
}
