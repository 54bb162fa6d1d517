import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { embedded, keyText } from './column-types.ts'

/** The first tables. Written against no schema type: a migration must not change when the schema does. */
export const start: Migration = {
  async up(db) {
    await createKeys(db)
    await createPools(db)
    await createUsers(db)
    await createSessions(db)
    await createOutbox(db)
  },
}

type Db = Kysely<unknown>

/** A table whose rows lie in the order of their key, where the engine can (SQLite): no second index to write. */
function clustered(db: Db, name: string) {
  const table = db.schema.createTable(name)
  return embedded(db) ? table.modifyEnd(sql`without rowid`) : table
}

async function createKeys(db: Db): Promise<void> {
  await clustered(db, 'data_keys')
    .addColumn('key_id', keyText(db), (column) => column.notNull().primaryKey())
    .addColumn('wrapped', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await clustered(db, 'access_keys')
    .addColumn('access_key_id', keyText(db), (column) => column.notNull().primaryKey())
    .addColumn('account', keyText(db), (column) => column.notNull())
    .addColumn('sealed_secret', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await clustered(db, 'signing_keys')
    .addColumn('pool_id', keyText(db), (column) => column.notNull())
    .addColumn('key_id', keyText(db), (column) => column.notNull())
    .addColumn('key_use', 'text', (column) => column.notNull())
    .addColumn('public_jwk', 'text', (column) => column.notNull())
    .addColumn('sealed_private_key', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('retired_at', 'bigint')
    .addPrimaryKeyConstraint('signing_keys_pk', ['pool_id', 'key_id'])
    .execute()
}

async function createPools(db: Db): Promise<void> {
  await db.schema
    .createTable('pools')
    .addColumn('pool_id', keyText(db), (column) => column.notNull().primaryKey())
    .addColumn('account', keyText(db), (column) => column.notNull())
    .addColumn('region', keyText(db), (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('modified_at', 'bigint', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .execute()
  await index(db, 'pools_by_account', 'pools', ['account', 'region', 'pool_id'])
  await db.schema
    .createTable('clients')
    .addColumn('pool_id', keyText(db), (column) => column.notNull())
    .addColumn('client_id', keyText(db), (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('older_secret_id', 'text')
    .addColumn('older_secret', 'text')
    .addColumn('newer_secret_id', 'text')
    .addColumn('newer_secret', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('modified_at', 'bigint', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('clients_pk', ['pool_id', 'client_id'])
    .execute()
  await db.schema.createIndex('clients_by_id').unique().on('clients').column('client_id').execute()
}

async function createUsers(db: Db): Promise<void> {
  await db.schema
    .createTable('users')
    .addColumn('pool_id', keyText(db), (column) => column.notNull())
    .addColumn('sub', keyText(db), (column) => column.notNull())
    .addColumn('username', 'text', (column) => column.notNull())
    .addColumn('status', keyText(db), (column) => column.notNull())
    .addColumn('enabled', 'integer', (column) => column.notNull())
    .addColumn('attributes', 'text', (column) => column.notNull())
    .addColumn('pending_attributes', 'text', (column) => column.notNull())
    .addColumn('credentials', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('modified_at', 'bigint', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('users_pk', ['pool_id', 'sub'])
    .execute()
  await index(db, 'users_by_status', 'users', ['pool_id', 'status', 'enabled', 'sub'])
  await clustered(db, 'user_names')
    .addColumn('pool_id', keyText(db), (column) => column.notNull())
    .addColumn('kind', keyText(db), (column) => column.notNull())
    .addColumn('name', keyText(db), (column) => column.notNull())
    .addColumn('sub', keyText(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('user_names_pk', ['pool_id', 'kind', 'name'])
    .execute()
  await index(db, 'user_names_by_sub', 'user_names', ['pool_id', 'sub'])
  await clustered(db, 'user_search')
    .addColumn('pool_id', keyText(db), (column) => column.notNull())
    .addColumn('attribute', keyText(db), (column) => column.notNull())
    .addColumn('value', keyText(db), (column) => column.notNull())
    .addColumn('sub', keyText(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('user_search_pk', ['pool_id', 'attribute', 'value', 'sub'])
    .execute()
}

async function createSessions(db: Db): Promise<void> {
  await clustered(db, 'sessions')
    .addColumn('pool_id', keyText(db), (column) => column.notNull())
    .addColumn('sub', keyText(db), (column) => column.notNull())
    .addColumn('session_id', keyText(db), (column) => column.notNull())
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('origin_jti', 'text', (column) => column.notNull())
    .addColumn('authenticated_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('revoked_at', 'bigint')
    .addColumn('generation', 'integer', (column) => column.notNull())
    .addColumn('rotated_at', 'bigint')
    .addPrimaryKeyConstraint('sessions_pk', ['pool_id', 'sub', 'session_id'])
    .execute()
  await index(db, 'sessions_by_end', 'sessions', ['expires_at'])
  await clustered(db, 'spent_steps')
    .addColumn('pool_id', keyText(db), (column) => column.notNull())
    .addColumn('attempt_id', keyText(db), (column) => column.notNull())
    .addColumn('step', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('spent_steps_pk', ['pool_id', 'attempt_id', 'step'])
    .execute()
  await index(db, 'spent_steps_by_end', 'spent_steps', ['expires_at'])
  await clustered(db, 'codes')
    .addColumn('pool_id', keyText(db), (column) => column.notNull())
    .addColumn('sub', keyText(db), (column) => column.notNull())
    .addColumn('purpose', keyText(db), (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('attribute', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('codes_pk', ['pool_id', 'sub', 'purpose'])
    .execute()
  await index(db, 'codes_by_end', 'codes', ['expires_at'])
  await clustered(db, 'guards')
    .addColumn('pool_id', keyText(db), (column) => column.notNull())
    .addColumn('who', keyText(db), (column) => column.notNull())
    .addColumn('kind', keyText(db), (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('locked_until', 'bigint', (column) => column.notNull())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('guards_pk', ['pool_id', 'who', 'kind'])
    .execute()
  await index(db, 'guards_by_end', 'guards', ['ends_at'])
}

async function createOutbox(db: Db): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('message_id', keyText(db), (column) => column.notNull().primaryKey())
    .addColumn('recipient_digest', keyText(db), (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('sealed_payload', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('outbox_waiting')
    .on('outbox')
    .column('due_at')
    .where(sql.ref('state'), '=', sql.lit('waiting'))
    .execute()
  await index(db, 'outbox_by_recipient', 'outbox', ['recipient_digest', 'created_at'])
  await index(db, 'outbox_by_age', 'outbox', ['created_at'])
  await db.schema
    .createTable('pulse')
    .addColumn('pulse_id', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('beats', 'bigint', (column) => column.notNull())
    .execute()
  await sql`insert into pulse (pulse_id, beats) values (1, 0)`.execute(db)
}

async function index(db: Db, name: string, table: string, columns: readonly string[]): Promise<void> {
  await db.schema
    .createIndex(name)
    .on(table)
    .columns([...columns])
    .execute()
}
