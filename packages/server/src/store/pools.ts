import type { Pool } from '../domain/pool.ts'
import type { Database } from './database.ts'
import { estimatedUsersIn } from './estimated-users.ts'
import { pageOf } from './page.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import { settingsReader } from './settings-reader.ts'
import { Conflict, type Statement } from './statement.ts'
import type { Pools } from './store.ts'

/** Every table whose rows belong to a pool, the pool itself last. */
const tablesOfPool = [
  'users',
  'user_names',
  'user_search',
  'sessions',
  'spent_steps',
  'codes',
  'guards',
  'signing_keys',
  'clients',
  'pools',
] as const

export function poolsIn(database: Database): Pools {
  const { compiler, rows } = database
  const toPool = poolReader()
  const find = prepared(({ id }: { id: string }) => compiler.selectFrom('pools').selectAll().where('pool_id', '=', id))
  return {
    async find(id) {
      const [row] = await rows(find({ id }))
      return row && toPool(row)
    },
    async list(account, region, { limit, after = '' }) {
      const query = compiler
        .selectFrom('pools')
        .selectAll()
        .where('account', '=', account)
        .where('region', '=', region)
        .where('pool_id', '>', after)
        .orderBy('pool_id')
        .limit(limit + 1)
      return pageOf(await rows(query.compile()), limit, { place: (row) => row.pool_id, item: toPool })
    },
    add: (pool, taken) => ({
      query: compiler
        .insertInto('pools')
        .values(toRow(pool))
        .onConflict((conflict) => conflict.column('pool_id').doNothing())
        .compile(),
      otherwise: taken,
    }),
    save: (pool) => savePool(database, pool),
    remove: (id) =>
      tablesOfPool.map((table) => ({ query: compiler.deleteFrom(table).where('pool_id', '=', id).compile() })),
    estimatedUsers: estimatedUsersIn(database),
  }
}

function savePool({ compiler }: Database, pool: Pool): Statement {
  const { settings, modified_at, version } = toRow(pool)
  return {
    query: compiler
      .updateTable('pools')
      .set({ settings, modified_at, version: version + 1 })
      .where('pool_id', '=', pool.id)
      .where('version', '=', version)
      .compile(),
    otherwise: () => new Conflict(),
  }
}

export function poolReader(): (row: Schema['pools']) => Pool {
  const read = settingsReader<Pool['settings']>()
  return (row) => ({
    id: row.pool_id,
    account: row.account,
    region: row.region,
    settings: read(row.pool_id, row.settings),
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    version: row.version,
  })
}

function toRow(pool: Pool): Schema['pools'] {
  return {
    pool_id: pool.id,
    account: pool.account,
    region: pool.region,
    settings: JSON.stringify(pool.settings),
    created_at: pool.createdAt,
    modified_at: pool.modifiedAt,
    version: pool.version,
  }
}
