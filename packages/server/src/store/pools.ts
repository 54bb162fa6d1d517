import { sql, type CompiledQuery } from 'kysely'
import type { Pool } from '../domain/pool.ts'
import type { Database } from './database.ts'
import { estimatedUsersIn } from './estimated-users.ts'
import { heldPoolsIn } from './held-pools.ts'
import { pageOf } from './page.ts'
import { prepared } from './prepared.ts'
import { removedPoolsIn } from './removed-pools.ts'
import type { Schema } from './schema.ts'
import { settingsReader } from './settings-reader.ts'
import { Conflict, type Statement } from './statement.ts'
import type { Pools } from './pool-store.ts'

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
    add: (pool, taken) => ({ query: addPool(database, pool), otherwise: taken }),
    save: (pool) => savePool(database, pool),
    ...heldPoolsIn(database),
    ...removedPoolsIn(database),
    estimatedUsers: estimatedUsersIn(database),
  }
}

/** Not under the id of a pool that is still being emptied. */
function addPool({ compiler }: Database, pool: Pool): CompiledQuery {
  const { pool_id, account, region, settings, created_at, modified_at, version } = toRow(pool)
  const texts = sql.join([pool_id, account, region, settings].map((text) => sql`cast(${text} as text)`))
  const numbers = sql.join([created_at, modified_at, version].map((number) => sql`cast(${number} as bigint)`))
  return sql`insert into pools (pool_id, account, region, settings, created_at, modified_at, version)
    select ${texts}, ${numbers}
    where not exists (select 1 from removed_pools where pool_id = ${pool_id} and emptied = 0)
    on conflict (pool_id) do nothing`.compile(compiler)
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
