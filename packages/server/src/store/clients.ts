import type { AppClient } from '../domain/pool.ts'
import { atMostInPool } from './at-most.ts'
import { clientSecretsIn, secretsOf, type SecretsRow } from './client-secrets.ts'
import type { Database } from './database.ts'
import { pageOf } from './page.ts'
import { poolReader } from './pools.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import { settingsReader } from './settings-reader.ts'
import { Conflict } from './statement.ts'
import type { Clients } from './pool-store.ts'

type OwnRow = Omit<Schema['clients'], 'older_secret_id' | 'older_secret' | 'newer_secret_id' | 'newer_secret'>
type ClientRow = OwnRow & SecretsRow

const columns = [
  'pool_id',
  'client_id',
  'settings',
  'older_secret',
  'newer_secret',
  'created_at',
  'modified_at',
  'version',
] as const

export function clientsIn(database: Database): Clients {
  const { compiler } = database
  const countIn = (poolId: string) =>
    compiler
      .selectFrom('clients')
      .select(({ fn }) => fn.countAll<number>().as('clients'))
      .where('pool_id', '=', poolId)
  return {
    ...readsIn(database),
    ...clientSecretsIn(database),
    add: (client, taken) => ({
      query: compiler
        .insertInto('clients')
        .values(toRow(client))
        .onConflict((conflict) => conflict.column('client_id').doNothing())
        .compile(),
      otherwise: taken,
    }),
    save(client) {
      const { settings, modified_at, version } = toRow(client)
      return {
        query: compiler
          .updateTable('clients')
          .set({ settings, modified_at, version: version + 1 })
          .where('pool_id', '=', client.poolId)
          .where('client_id', '=', client.id)
          .where('version', '=', version)
          .compile(),
        otherwise: () => new Conflict(),
      }
    },
    hold: (clientId, gone) => ({
      query: compiler
        .updateTable('clients')
        .set(({ ref }) => ({ version: ref('version') }))
        .where('client_id', '=', clientId)
        .compile(),
      otherwise: gone,
    }),
    atMost: (poolId, most) => atMostInPool(database, poolId, countIn(poolId), most),
    remove: (poolId, clientId) => [
      {
        query: compiler.deleteFrom('clients').where('pool_id', '=', poolId).where('client_id', '=', clientId).compile(),
      },
    ],
  }
}

function readsIn({ compiler, rows }: Database): Pick<Clients, 'findWithPool' | 'find' | 'list'> {
  const [toPool, toClient] = [poolReader(), clientReader()]
  const findWithPool = prepared(({ clientId }: { clientId: string }) =>
    compiler
      .selectFrom('clients')
      .innerJoin('pools', 'pools.pool_id', 'clients.pool_id')
      .selectAll('pools')
      .select([
        'clients.client_id',
        'clients.settings as client_settings',
        'clients.created_at as client_created_at',
        'clients.modified_at as client_modified_at',
        'clients.version as client_version',
        'clients.older_secret',
        'clients.newer_secret',
      ])
      .where('clients.client_id', '=', clientId),
  )
  const find = prepared(({ poolId, clientId }: { poolId: string; clientId: string }) =>
    compiler.selectFrom('clients').select(columns).where('pool_id', '=', poolId).where('client_id', '=', clientId),
  )
  return {
    async findWithPool(clientId) {
      const [row] = await rows(findWithPool({ clientId }))
      if (!row) return undefined
      const client = {
        pool_id: row.pool_id,
        client_id: row.client_id,
        settings: row.client_settings,
        created_at: row.client_created_at,
        modified_at: row.client_modified_at,
        version: row.client_version,
        older_secret: row.older_secret,
        newer_secret: row.newer_secret,
      }
      return { client: toClient(client), pool: toPool(row) }
    },
    async find(poolId, clientId) {
      const [row] = await rows(find({ poolId, clientId }))
      return row && toClient(row)
    },
    async list(poolId, { limit, after = '' }) {
      const query = compiler
        .selectFrom('clients')
        .select(columns)
        .where('pool_id', '=', poolId)
        .where('client_id', '>', after)
        .orderBy('client_id')
        .limit(limit + 1)
      return pageOf(await rows(query.compile()), limit, { place: (row) => row.client_id, item: toClient })
    },
  }
}

function clientReader(): (row: ClientRow) => AppClient {
  const read = settingsReader<AppClient['settings']>()
  return (row) => {
    const secrets = secretsOf(row)
    return {
      id: row.client_id,
      poolId: row.pool_id,
      settings: read(row.client_id, row.settings),
      createdAt: row.created_at,
      modifiedAt: row.modified_at,
      version: row.version,
      ...(secrets.length > 0 && { secrets }),
    }
  }
}

function toRow(client: AppClient): OwnRow {
  return {
    pool_id: client.poolId,
    client_id: client.id,
    settings: JSON.stringify(client.settings),
    created_at: client.createdAt,
    modified_at: client.modifiedAt,
    version: client.version,
  }
}
