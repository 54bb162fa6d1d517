import type { PoolDocuments, PoolResource, ResourceKind } from '../domain/pool-resource.ts'
import { atMostInPool } from './at-most.ts'
import type { Database } from './database.ts'
import { pageOf } from './page.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import { Conflict } from './statement.ts'
import type { Resources } from './pool-store.ts'

export function resourcesIn(database: Database): Resources {
  const { compiler } = database
  const asRead = ({ poolId, kind, name, version }: PoolResource) =>
    compiler
      .deleteFrom('pool_resources')
      .where('pool_id', '=', poolId)
      .where('kind', '=', kind)
      .where('name', '=', name)
      .where('version', '=', version)
  const countIn = (poolId: string, kind: ResourceKind) =>
    compiler
      .selectFrom('pool_resources')
      .select(({ fn }) => fn.countAll<number>().as('resources'))
      .where('pool_id', '=', poolId)
      .where('kind', '=', kind)
  return {
    ...readsIn(database),
    atMost: (poolId, kind, most) => atMostInPool(database, poolId, countIn(poolId, kind), most),
    add: (resource, taken) => ({
      query: compiler
        .insertInto('pool_resources')
        .values(toRow(resource))
        .onConflict((conflict) => conflict.columns(['pool_id', 'kind', 'name']).doNothing())
        .compile(),
      otherwise: taken,
    }),
    save(resource) {
      const { pool_id, kind, name, version, created_at: _, ...changes } = toRow(resource)
      return {
        query: compiler
          .updateTable('pool_resources')
          .set({ ...changes, version: version + 1 })
          .where('pool_id', '=', pool_id)
          .where('kind', '=', kind)
          .where('name', '=', name)
          .where('version', '=', version)
          .compile(),
        otherwise: () => new Conflict(),
      }
    },
    remove: (resource) => ({ query: asRead(resource).compile(), otherwise: () => new Conflict() }),
    removeOwned: (poolId, owner) => ({
      query: compiler.deleteFrom('pool_resources').where('pool_id', '=', poolId).where('owner', '=', owner).compile(),
    }),
  }
}

function readsIn({ compiler, rows }: Database): Pick<Resources, 'find' | 'list'> {
  const find = prepared(({ poolId, kind, name }: { poolId: string; kind: string; name: string }) =>
    compiler
      .selectFrom('pool_resources')
      .selectAll()
      .where('pool_id', '=', poolId)
      .where('kind', '=', kind)
      .where('name', '=', name),
  )
  return {
    async find(poolId, kind, name) {
      const [row] = await rows(find({ poolId, kind, name }))
      return row && toResource(row)
    },
    async list<Kind extends ResourceKind>(
      poolId: string,
      kind: Kind,
      { limit, after = '' }: { readonly limit: number; readonly after?: string },
    ) {
      const query = compiler
        .selectFrom('pool_resources')
        .selectAll()
        .where('pool_id', '=', poolId)
        .where('kind', '=', kind)
        .where('name', '>', after)
        .orderBy('name')
        .limit(limit + 1)
      return pageOf(await rows(query.compile()), limit, { place: (row) => row.name, item: toResource<Kind> })
    },
  }
}

function toResource<Kind extends ResourceKind>(row: Schema['pool_resources']): PoolResource<Kind> {
  return {
    poolId: row.pool_id,
    kind: row.kind as Kind,
    name: row.name,
    ...(row.owner !== null && { owner: row.owner }),
    document: JSON.parse(row.document) as PoolDocuments[Kind],
    ...(row.sealed !== null && { sealed: row.sealed }),
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    version: row.version,
  }
}

function toRow(resource: PoolResource): Schema['pool_resources'] {
  return {
    pool_id: resource.poolId,
    kind: resource.kind,
    name: resource.name,
    owner: resource.owner ?? null,
    document: JSON.stringify(resource.document),
    sealed: resource.sealed ?? null,
    created_at: resource.createdAt,
    modified_at: resource.modifiedAt,
    version: resource.version,
  }
}
