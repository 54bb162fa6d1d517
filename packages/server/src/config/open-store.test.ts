import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { expect, test } from 'vitest'
import { systemRandom } from '../ambient/random.ts'
import { wrapDataKey, WrongMasterKey } from '../crypto/data-key-wrapping.ts'
import { testDatabase } from '../testing/postgres.ts'
import { MasterKeyUnusable } from './master-key.ts'
import { openStore } from './open-store.ts'
import type { MasterKeySource, Storage } from './settings.ts'

const right = Buffer.alloc(32, 1)
const given = (key: Buffer): MasterKeySource => ({ kind: 'given', key })
const wrong = given(Buffer.alloc(32, 2))

/** Puts a database back to before a migration, and asks whether it had it. */
const before = `drop table quotas; drop table rate_leases; drop table accounts;
  delete from kysely_migration where name = '012-quotas'`
const applied = `select name from kysely_migration where name = '012-quotas'`

/** A store that is sealed with the right key. */
async function seal(storage: Storage): Promise<void> {
  await using store = await openStore({ storage, masterKey: given(right) })
  const wrapped = wrapDataKey(right, { id: 'k1', key: systemRandom.bytes(32) }, systemRandom)
  await store.decide([store.dataKeys.add({ id: 'k1', wrapped, createdAt: 1 })])
}

async function open(storage: Storage, masterKey: MasterKeySource): Promise<void> {
  await (await openStore({ storage, masterKey }))[Symbol.asyncDispose]()
}

test('SQLite: a store that is sealed with another master key is not migrated', async () => {
  await using directory = await mkdtempDisposable(join(tmpdir(), 'cognate-open-store-'))
  const storage = { kind: 'sqlite', directory: directory.path } as const
  const file = join(directory.path, 'key')
  await seal(storage)
  using database = new DatabaseSync(join(directory.path, 'cognate.db'))
  database.exec(before)
  await expect(open(storage, wrong)).rejects.toBeInstanceOf(WrongMasterKey)
  await expect(open(storage, { kind: 'file', file })).rejects.toBeInstanceOf(MasterKeyUnusable)
  await writeFile(file, Buffer.alloc(32, 2).toString('base64'), { mode: 0o600 })
  for (const kind of ['file', 'made'] as const)
    await expect(open(storage, { kind, file })).rejects.toBeInstanceOf(WrongMasterKey)
  expect(database.prepare(applied).all()).toEqual([])
  await writeFile(`${file}.next`, right.toString('base64'), { mode: 0o600 })
  await open(storage, { kind: 'file', file })
  expect(database.prepare(applied).all()).toHaveLength(1)
})

test('PostgreSQL: a store that is sealed with another master key is not migrated', async () => {
  await using database = await testDatabase()
  const storage = { kind: 'postgres', url: database.url } as const
  await seal(storage)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(before)
  await expect(open(storage, wrong)).rejects.toBeInstanceOf(WrongMasterKey)
  expect((await client.query(applied)).rows).toEqual([])
  await open(storage, given(right))
  expect((await client.query(applied)).rows).toHaveLength(1)
  await client.end()
})
