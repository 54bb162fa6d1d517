import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from '../../testing/postgres.ts'
import { openPostgresStore } from '../open-postgres-store.ts'
import { openSqliteStore } from '../open-sqlite-store.ts'
import { NewerDatabase, PendingMigrations } from './migrate.ts'

const fromTheFuture = `insert into kysely_migration values ('999-future', '2999-01-01T00:00:00.000Z')`

test('SQLite: an empty database is refused when migrating was not wanted, and is fit once it was migrated', async () => {
  await using directory = await mkdtempDisposable(join(tmpdir(), 'cognate-migrate-'))
  const file = join(directory.path, 'store.db')
  await expect(openSqliteStore({ file }, { migrate: false })).rejects.toBeInstanceOf(PendingMigrations)
  await (await openSqliteStore({ file }))[Symbol.asyncDispose]()
  await using store = await openSqliteStore({ file }, { migrate: false })
  await store.ping()
})

test('SQLite: a database of a newer Cognate is refused, and not touched', async () => {
  await using directory = await mkdtempDisposable(join(tmpdir(), 'cognate-migrate-'))
  const file = join(directory.path, 'store.db')
  await (await openSqliteStore({ file }))[Symbol.asyncDispose]()
  const database = new DatabaseSync(file)
  database.exec(fromTheFuture)
  database.close()
  await expect(openSqliteStore({ file })).rejects.toThrow(NewerDatabase)
  await expect(openSqliteStore({ file }, { migrate: false })).rejects.toThrow('999-future')
})

test('SQLite: a migration that was numbered before one that the database has is caught up on', async () => {
  await using directory = await mkdtempDisposable(join(tmpdir(), 'cognate-migrate-'))
  const file = join(directory.path, 'store.db')
  await (await openSqliteStore({ file }))[Symbol.asyncDispose]()
  const database = new DatabaseSync(file)
  database.exec(`drop table quotas; drop table rate_leases; drop table accounts`)
  database.exec(`delete from kysely_migration where name = '012-quotas'`)
  database.close()
  await using store = await openSqliteStore({ file })
  expect(await store.quotas.list({ account: '111122223333', region: 'us-east-1' })).toEqual(new Map())
})

test('SQLite: passkeys come along when their ids become their users’', async () => {
  await using directory = await mkdtempDisposable(join(tmpdir(), 'cognate-migrate-'))
  const file = join(directory.path, 'store.db')
  await (await openSqliteStore({ file }))[Symbol.asyncDispose]()
  const database = new DatabaseSync(file)
  const columns = 'pool_id, passkey_id, sub, public_key, counter, description, created_at'
  database.exec(`drop table passkeys; create table passkeys (${columns}, primary key (pool_id, passkey_id))`)
  database.exec(`create index passkeys_by_user on passkeys (pool_id, sub)`)
  database.exec(`insert into passkeys (${columns}) values ('pool', 'id', 'ada', 'key', 3, '{"relyingPartyId":"a"}', 7)`)
  database.exec(`delete from kysely_migration where name = '022-passkeys-by-user'`)
  database.close()
  await using store = await openSqliteStore({ file })
  const [kept] = (await store.passkeys.list('pool', 'ada', { limit: 2 })).items
  expect(kept).toEqual({
    poolId: 'pool',
    id: 'id',
    sub: 'ada',
    publicKey: 'key',
    counter: 3,
    relyingPartyId: 'a',
    createdAt: 7,
  })
})

test('PostgreSQL: an empty database is refused when migrating was not wanted', async () => {
  await using database = await testDatabase()
  const place = { url: database.url, poolSize: 2 }
  await expect(openPostgresStore(place, { migrate: false })).rejects.toBeInstanceOf(PendingMigrations)
  await (await openPostgresStore(place))[Symbol.asyncDispose]()
  await using store = await openPostgresStore(place, { migrate: false })
  await store.ping()
})

test('PostgreSQL: a database of a newer Cognate is refused', async () => {
  await using database = await testDatabase()
  const place = { url: database.url, poolSize: 2 }
  await (await openPostgresStore(place))[Symbol.asyncDispose]()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(fromTheFuture)
  await client.end()
  await expect(openPostgresStore(place)).rejects.toThrow(NewerDatabase)
})

test('PostgreSQL: ten nodes that start at once on an empty database all open it', async () => {
  await using database = await testDatabase()
  const opening = Array.from({ length: 10 }, () => openPostgresStore({ url: database.url, poolSize: 2 }))
  for (const store of await Promise.all(opening)) {
    await expect(store.ping()).resolves.toBeUndefined()
    await store[Symbol.asyncDispose]()
  }
})
