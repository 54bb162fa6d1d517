import type { PoolDomain } from '../domain/pool-domain.ts'
import type { PoolResource, ResourceKind } from '../domain/pool-resource.ts'
import type { AccessKey, AppClient, ClientSecret, Place, Pool, SigningKey } from '../domain/pool.ts'
import type { Most } from './at-most.ts'
import type { Page } from './page.ts'
import type { Statement } from './statement.ts'

export interface AccessKeys {
  find(id: string): Promise<AccessKey | undefined>
  list(account: string): Promise<readonly AccessKey[]>
  add(key: AccessKey): Statement
  save(key: AccessKey): Statement
}

export interface Pools {
  find(id: string): Promise<Pool | undefined>
  /** By id, in one account and region. */
  list(account: string, region: string, page: { readonly limit: number; readonly after?: string }): Promise<Page<Pool>>
  /** Refuses an id that is taken in whatever account, or whose last pool is not emptied yet. */
  add(pool: Pool, taken: () => Error): Statement
  /** Refuses an outdated version with Conflict; `pool.version` is the version that was read. */
  save(pool: Pool): Statement
  /** The pool is gone at once, and its id free again when everything in it was deleted: see `empty`. */
  remove(id: string, now: number): readonly Statement[]
  /** Ids of pools that were removed and may have left something. */
  removed(): Promise<readonly string[]>
  /** Deletes what is in a removed pool, at most `limit` rows a table; gives the number deleted, 0 when it is empty. */
  empty(id: string, now: number, limit: number): Promise<number>
  /** Changes nothing, but holds the pool until the decision is committed; refuses one that is gone. */
  hold(id: string, gone: () => Error): Statement
  /** Holds how much there is in an account until the decision is committed. */
  holdAccount(place: Place): Statement
  /** Refuses more pools than these in an account that is held, behind the one that is added. */
  atMost(place: Place, most: Most): Statement
  /** Users in the pool; may be a little old. */
  estimatedUsers(id: string): Promise<number>
}

export interface Clients {
  /** The client and its pool in one read, by client id alone as the public operations name it. */
  findWithPool(clientId: string): Promise<{ readonly client: AppClient; readonly pool: Pool } | undefined>
  find(poolId: string, clientId: string): Promise<AppClient | undefined>
  list(poolId: string, page: { readonly limit: number; readonly after?: string }): Promise<Page<AppClient>>
  add(client: AppClient, taken: () => Error): Statement
  save(client: AppClient): Statement
  remove(poolId: string, clientId: string): readonly Statement[]
  /** Refuses more clients than these in a pool that is held, behind the one that is added. */
  atMost(poolId: string, most: Most): Statement
  secrets(clientId: string): Promise<readonly ClientSecret[]>
  /** Changes nothing, but holds the client until the decision is committed; refuses one that is gone. */
  hold(clientId: string, gone: () => Error): Statement
  /** Refuses a third live secret. */
  addSecret(secret: ClientSecret, tooMany: () => Error): Statement
  /** Refuses to remove the last one. */
  removeSecret(clientId: string, secretId: string, refused: () => Error): Statement
}

export interface SigningKeys {
  /** All of a pool's, newest first, retired ones included. */
  list(poolId: string): Promise<readonly SigningKey[]>
  /** The newest that is not retired. */
  current(poolId: string, use: SigningKey['use']): Promise<SigningKey | undefined>
  add(key: SigningKey): Statement
  retire(poolId: string, keyId: string, now: number): Statement
  remove(poolId: string, keyId: string): Statement
}

/** What a pool holds besides users, clients and keys: see domain/pool-resource.ts. */
export interface Resources {
  find<Kind extends ResourceKind>(poolId: string, kind: Kind, name: string): Promise<PoolResource<Kind> | undefined>
  /** By name. */
  list<Kind extends ResourceKind>(
    poolId: string,
    kind: Kind,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<Page<PoolResource<Kind>>>
  /** Refuses a name that another of the kind has. */
  add(resource: PoolResource, taken: () => Error): Statement
  /** Refuses an outdated version with Conflict. */
  save(resource: PoolResource): Statement
  /** As it was read; refuses an outdated version with Conflict. */
  remove(resource: PoolResource): Statement
  removeOwned(poolId: string, owner: string): Statement
  /** Refuses more of a kind than these in a pool that is held, behind the one that is added. */
  atMost(poolId: string, kind: ResourceKind, most: Most): Statement
}

/** Names of pools' pages; no two pools have the same, in whatever account. */
export interface Domains {
  find(domain: string): Promise<PoolDomain | undefined>
  ofPool(poolId: string): Promise<readonly PoolDomain[]>
  add(domain: PoolDomain, taken: () => Error): Statement
  /** Refuses an outdated version with Conflict. */
  save(domain: PoolDomain): Statement
  /** Refuses with Conflict if it is gone. */
  remove(domain: PoolDomain): Statement
  /** Refuses more custom domains than these in an account that is held, behind the one that is added. */
  atMostCustom(place: Place, most: Most): Statement
}

/** What seals every secret; each wrapped by the master key. */
export interface DataKeys {
  list(): Promise<readonly DataKey[]>
  /** Refuses an id that is taken with Conflict. */
  add(key: DataKey): Statement
  rewrap(id: string, wrapped: string): Statement
}

export interface DataKey {
  readonly id: string
  readonly wrapped: string
  readonly createdAt: number
}
