import type { PoolDomain } from '../domain/pool-domain.ts'
import type { Place } from '../domain/pool.ts'
import { atMostInAccount } from './at-most.ts'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import { settingsReader } from './settings-reader.ts'
import { Conflict } from './statement.ts'
import type { Domains } from './pool-store.ts'

export function domainsIn(database: Database): Domains {
  const { compiler, rows } = database
  const toDomain = domainReader()
  const find = prepared(({ domain }: { domain: string }) =>
    compiler.selectFrom('domains').selectAll().where('domain', '=', domain),
  )
  const ofPool = prepared(({ poolId }: { poolId: string }) =>
    compiler.selectFrom('domains').selectAll().where('pool_id', '=', poolId).orderBy('domain'),
  )
  // A custom domain has a dot, a prefix has none.
  const customIn = ({ account, region }: Place) =>
    compiler
      .selectFrom('domains')
      .innerJoin('pools', 'pools.pool_id', 'domains.pool_id')
      .select(({ fn }) => fn.countAll<number>().as('domains'))
      .where('pools.account', '=', account)
      .where('pools.region', '=', region)
      .where('domains.domain', 'like', '%.%')
  return {
    atMostCustom: (place, most) => atMostInAccount(database, place, customIn(place), most),
    async find(domain) {
      const [row] = await rows(find({ domain }))
      return row && toDomain(row)
    },
    ofPool: async (poolId) => (await rows(ofPool({ poolId }))).map(toDomain),
    add: (domain, taken) => ({
      query: compiler
        .insertInto('domains')
        .values(toRow(domain))
        .onConflict((conflict) => conflict.column('domain').doNothing())
        .compile(),
      otherwise: taken,
    }),
    save(domain) {
      const { settings, modified_at, version } = toRow(domain)
      return {
        query: compiler
          .updateTable('domains')
          .set({ settings, modified_at, version: version + 1 })
          .where('domain', '=', domain.domain)
          .where('pool_id', '=', domain.poolId)
          .where('version', '=', version)
          .compile(),
        otherwise: () => new Conflict(),
      }
    },
    remove: ({ domain, poolId }) => ({
      query: compiler.deleteFrom('domains').where('domain', '=', domain).where('pool_id', '=', poolId).compile(),
      otherwise: () => new Conflict(),
    }),
  }
}

function domainReader(): (row: Schema['domains']) => PoolDomain {
  const read = settingsReader<PoolDomain['settings']>()
  return (row) => ({
    domain: row.domain,
    poolId: row.pool_id,
    settings: read(row.domain, row.settings),
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    version: row.version,
  })
}

function toRow({ domain, poolId, settings, createdAt, modifiedAt, version }: PoolDomain): Schema['domains'] {
  return {
    domain,
    pool_id: poolId,
    settings: JSON.stringify(settings),
    created_at: createdAt,
    modified_at: modifiedAt,
    version,
  }
}
