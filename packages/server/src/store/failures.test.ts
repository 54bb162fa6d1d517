import { once } from 'node:events'
import { mkdir, mkdtempDisposable } from 'node:fs/promises'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from '../testing/postgres.ts'
import { aSession, aUser } from '../testing/store-fixtures.ts'
import { openPostgresStore } from './open-postgres-store.ts'
import { openSqliteStore } from './open-sqlite-store.ts'
import { connections } from './postgres/connections.ts'
import { groupWriter } from './sqlite/group-writer.ts'
import { threadWriter } from './sqlite/thread-writer.ts'
import { StorageFailure } from './storage-failure.ts'

const spent = () => new Error('spent')

test('SQLite: when the disk is full nothing of the group is acknowledged, and writing goes on once there is room', () => {
  const connection = new DatabaseSync(':memory:')
  connection.exec('create table notes (note text)')
  connection.exec('pragma max_page_count = 4')
  const writer = groupWriter(connection, () => connection.exec('begin'))
  const insert = (note: string) => [{ sql: 1, parameters: [note], mustTouch: false }]
  const newSql = [[1, 'insert into notes values (?)']] as const
  const outcomes = writer.commit({ newSql, decisions: [insert('small'), insert('x'.repeat(100_000)), insert('small')] })
  const kinds = outcomes.map(({ kind }) => kind)
  const kept = connection.prepare('select count(*) as kept from notes').get()?.['kept']
  expect(kinds).toContain('failed')
  expect(kept).toBe(kinds.filter((kind) => kind === 'committed').length)
  connection.exec('pragma max_page_count = 1000')
  expect(writer.commit({ newSql: [], decisions: [insert('x'.repeat(100_000))] })).toMatchObject([{ kind: 'committed' }])
})

test('SQLite: a writer thread that dies fails what waited, and the next decision starts another', async () => {
  await using directory = await mkdtempDisposable(join(tmpdir(), 'cognate-failures-'))
  const gone = join(directory.path, 'later', 'store.db')
  const writer = threadWriter(gone)
  const write = () => writer.commit([{ sql: 'select 1', parameters: [], mustTouch: false }])
  expect(await Promise.all([write(), write()])).toMatchObject([{ kind: 'failed' }, { kind: 'failed' }])
  await mkdir(dirname(gone))
  await (await openSqliteStore({ file: gone }))[Symbol.asyncDispose]()
  expect(await write()).toMatchObject({ kind: 'committed' })
  await writer.close()
  expect(await write()).toMatchObject({ kind: 'failed', reason: 'the store is closed' })
})

test('SQLite: a directory that is not there is made by nobody in passing', async () => {
  await using directory = await mkdtempDisposable(join(tmpdir(), 'cognate-failures-'))
  const file = join(directory.path, 'later', 'store.db')
  await expect(openSqliteStore({ file })).rejects.toMatchObject({ code: 'ENOENT' })
})

test('SQLite: a lock that another process holds delays a decision and harms nothing', async () => {
  await using directory = await mkdtempDisposable(join(tmpdir(), 'cognate-failures-'))
  const file = join(directory.path, 'store.db')
  await using store = await openSqliteStore({ file })
  const other = new DatabaseSync(file)
  other.exec('begin immediate')
  const session = aSession(aUser('pool'))
  const opening = store.decide([store.sessions.open(session, spent)])
  expect(await store.sessions.find(session.poolId, session.sub, session.id)).toBeUndefined()
  other.exec('rollback')
  other.close()
  await opening
  expect(await store.sessions.find(session.poolId, session.sub, session.id)).toEqual(session)
})

test('PostgreSQL: connections that are cut fail clearly, and the next ones work', async () => {
  await using database = await testDatabase()
  await using store = await openPostgresStore({ url: database.url, poolSize: 4 })
  const session = aSession(aUser('pool'))
  await store.decide([store.sessions.open(session, spent)])
  await cutAllOthers(database.url)
  const errors = Array.from({ length: 8 }, () => store.ping().catch((error: unknown) => error))
  const seen = (await Promise.all(errors)).filter((error) => error !== undefined)
  expect(seen.every((error) => error instanceof StorageFailure)).toBe(true)
  await store.ping()
  expect(await store.sessions.find(session.poolId, session.sub, session.id)).toEqual(session)
})

test('PostgreSQL: a connection that breaks without a word amid a transaction fails that decision alone', async () => {
  await using database = await testDatabase()
  await using wire = await breakableWire(database.url)
  await using store = await openPostgresStore({ url: wire.url, poolSize: 2 })
  const session = aSession(aUser('pool'))
  await store.decide([store.sessions.open(session, spent)])
  await using holder = await lockHolder(database.url, 'sessions')
  const revoking = store.decide([
    store.codes.discard(session.poolId, session.sub, 'ConfirmSignUp'),
    store.sessions.revoke(session, 1),
  ])
  await expect.poll(() => holder.waiting()).toBe(1)
  wire.cut()
  await expect(revoking).rejects.toThrow(StorageFailure)
  await holder.release()
  expect(await store.sessions.find(session.poolId, session.sub, session.id)).toEqual(session)
})

test('PostgreSQL: a connection that has fallen silent is given up, and another is made', async () => {
  await using database = await testDatabase()
  await using wire = await breakableWire(database.url)
  const pool = connections(wire.url, 1, 200)
  await pool.query('select 1')
  wire.hush()
  await expect(pool.query('select 1')).rejects.toThrow('timeout')
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})

test('PostgreSQL: a server that is not there is refused at once', async () => {
  const nowhere = { url: 'postgres://nobody@127.0.0.1:1/nothing', poolSize: 1 }
  await expect(openPostgresStore(nowhere)).rejects.toThrow(StorageFailure)
})

async function cutAllOthers(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
}

/** Leads to a database through sockets that can be broken as a lost machine breaks them: without a word. */
async function breakableWire(address: string) {
  const sockets = new Set<Socket>()
  const target = new URL(address)
  const directory = target.searchParams.get('host')
  const port = Number(target.port || 5432)
  const server = createServer((near) => {
    const far = directory ? connect(join(directory, `.s.PGSQL.${port}`)) : connect(port, target.hostname)
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined))
    near.pipe(far).pipe(near)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = new URL(address)
  url.searchParams.delete('host')
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  const cut = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  const hush = () => {
    for (const socket of sockets) socket.unpipe().pause()
  }
  return {
    url: url.href,
    cut,
    hush,
    async [Symbol.asyncDispose]() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Holds a table against writers, and counts those who wait. */
async function lockHolder(url: string, table: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`begin; lock table ${table} in exclusive mode`)
  const waiting = `select count(*)::int as waiting from pg_locks join pg_database on pg_database.oid = pg_locks.database
    where datname = current_database() and not granted`
  return {
    waiting: async () => (await client.query<{ readonly waiting: number }>(waiting)).rows[0]?.waiting,
    release: () => client.query('rollback'),
    [Symbol.asyncDispose]: () => client.end(),
  }
}
