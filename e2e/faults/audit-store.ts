import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import pg from 'pg'
import type { Home } from '../stores.ts'

/** What must not be found in a store, and the query that would find it: whatever was cut in half. */
const halves: readonly (readonly [what: string, sql: string])[] = [
  ['users without a name', `from users u where ${none('user_names n', 'n.sub = u.sub')}`],
  ['names without a user', `from user_names n where ${none('users u', 'u.sub = n.sub')}`],
  [
    'users who cannot be found by their e-mail address',
    `from users u where ${none('user_search s', "s.sub = u.sub and s.attribute = 'email'")}`,
  ],
  [
    'users with a name by which they cannot be found',
    `from users u where u.attributes like '%"name":%' and ${none('user_search s', "s.sub = u.sub and s.attribute = 'name'")}`,
  ],
  [
    'attributes by which somebody is found twice',
    'from (select 1 from user_search group by pool_id, sub, attribute having count(*) > 1) twice',
  ],
  ['search entries without a user', `from user_search s where ${none('users u', 'u.sub = s.sub')}`],
  ['users without a password', `from users u where u.credentials not like '%"secret":%'`],
  [
    'unconfirmed users without a code',
    `from users u where u.status = 'UNCONFIRMED' and ${none('codes c', "c.sub = u.sub and c.purpose = 'ConfirmSignUp'")}`,
  ],
  [
    'confirmed users whose code is still good',
    `from users u join codes c on c.sub = u.sub and c.purpose = 'ConfirmSignUp' where u.status = 'CONFIRMED'`,
  ],
  ['sessions without a user', `from sessions s where ${none('users u', 'u.sub = s.sub')}`],
  [
    'pools without their two signing keys',
    'from pools p where (select count(*) from signing_keys k where k.pool_id = p.pool_id) <> 2',
  ],
]

/** Looks into the store itself, past the server that runs on it; gives what is not right. */
export async function auditStore(home: Home): Promise<readonly string[]> {
  const count = await counterIn(home)
  const complaints: string[] = []
  try {
    for (const [what, sql] of halves) {
      const found = await count.rows(`select count(*) as found ${sql}`)
      if (found > 0) complaints.push(`${found} ${what}`)
    }
    return [...complaints, ...count.damage()]
  } finally {
    await count.close()
  }
}

interface Counter {
  rows(sql: string): Promise<number>
  /** What the engine says of its own files. */
  damage(): readonly string[]
  close(): Promise<void>
}

function counterIn({ directory, flags }: Home): Promise<Counter> {
  const [flag, where = ''] = flags
  return flag === '--database-url' ? countInPostgres(where) : countInSqlite(join(directory, where, 'cognate.db'))
}

async function countInPostgres(url: string): Promise<Counter> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    rows: async (sql) => Number((await client.query<{ found: string }>(sql)).rows[0]?.found),
    damage: () => [],
    close: () => client.end(),
  }
}

function countInSqlite(file: string): Promise<Counter> {
  const connection = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
  return Promise.resolve({
    rows: (sql) => Promise.resolve(Number(connection.prepare(sql).get()?.['found'])),
    damage() {
      const verdict = String(connection.prepare('pragma integrity_check').get()?.['integrity_check'])
      return verdict === 'ok' ? [] : [`SQLite says: ${verdict}`]
    },
    close: () => Promise.resolve(connection.close()),
  })
}

function none(table: string, where: string): string {
  return `not exists (select 1 from ${table} where ${where})`
}
