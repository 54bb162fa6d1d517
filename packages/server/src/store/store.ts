import type { PoolDomain } from '../domain/pool-domain.ts'
import type { PoolResource, ResourceKind } from '../domain/pool-resource.ts'
import type { Group } from '../domain/group.ts'
import type { ImportJob } from '../domain/import-job.ts'
import type { AccessKey, AppClient, ClientSecret, Pool, SigningKey } from '../domain/pool.ts'
import type { Code, CodePurpose, OutboxMessage, Session } from '../domain/session.ts'
import type { LoginName, User } from '../domain/user.ts'
import type { Statement } from './statement.ts'

/**
 * Everything that is remembered. Reads are promises; writes are statements, so that a flow commits what belongs
 * together as one decision.
 */
export interface Store {
  readonly accessKeys: AccessKeys
  readonly pools: Pools
  readonly clients: Clients
  readonly signingKeys: SigningKeys
  readonly users: Users
  readonly groups: Groups
  readonly sessions: Sessions
  readonly codes: Codes
  readonly guards: Guards
  readonly outbox: Outbox
  readonly resources: Resources
  readonly domains: Domains
  readonly imports: ImportJobs
  readonly dataKeys: DataKeys
  /** Commits all of it or none of it; resolves when it is durable. */
  decide(statements: readonly Statement[]): Promise<void>
  /**
   * Deletes what has ended before `now`, at most `limit` rows a table; gives the number deleted. Sessions and codes stay
   * a day longer (access tokens outlive their session's end, an expired code is told from a wrong one), messages that
   * were sent or failed a week; retired signing keys as long as a token that they signed can live.
   */
  forgetExpired(now: number, limit: number): Promise<number>
  /** Whether a read and an (empty) durable write succeed: what the health address asks. */
  ping(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export interface Page<Item> {
  readonly items: readonly Item[]
  /** Opaque place to go on from; undefined at the end. */
  readonly next?: string
}

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
  secrets(clientId: string): Promise<readonly ClientSecret[]>
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

export interface Users {
  findBySub(poolId: string, sub: string): Promise<User | undefined>
  /** Who answers to a folded name, if the name's kind is among `kinds`; a username wins over an alias. */
  findByName(poolId: string, name: string, kinds: readonly LoginName['kind'][]): Promise<User | undefined>
  /** What an access or refresh token leads to, in one read. The session is there until it is forgotten: see to its end. */
  findWithSession(
    poolId: string,
    sub: string,
    sessionId: string,
  ): Promise<{ readonly user: User; readonly session: Session | undefined } | undefined>
  /** The user, its names and its search entries; refuses a name that is taken. */
  add(user: User, names: readonly LoginName[], taken: (name: LoginName) => Error): readonly Statement[]
  /** Replaces the user as it was read (refusing an outdated version with Conflict), and its search entries. */
  save(user: User, before: User): readonly Statement[]
  /** Changes nothing, but refuses with Conflict if the user is no longer as they were read. */
  unchanged(user: User): Statement
  /** Gives a name to this user; refuses one that another user holds. */
  addName(user: User, name: LoginName, taken: () => Error): Statement
  /** Gives a name to this user, taking it from its holder; refuses with Conflict if somebody else holds it by now. */
  moveName(user: User, name: LoginName, holder: Pick<User, 'sub'>): Statement
  removeName(user: User, name: LoginName): Statement
  /**
   * The user as it was read (refusing an outdated version with Conflict), and everything of theirs: names, search
   * entries, memberships, sessions, codes, guards.
   */
  remove(user: User): readonly Statement[]
  search(poolId: string, search: UserSearch): Promise<Page<User>>
}

/**
 * One filter of ListUsers, already parsed. Values of attributes and usernames are folded: see domain/names.ts.
 * `username` looks at names of that kind; where the sub is the username, filter by `sub`.
 */
export interface UserSearch {
  readonly limit: number
  readonly after?: string
  readonly filter?:
    | {
        readonly by: 'attribute'
        readonly attribute: string
        readonly match: 'equal' | 'prefix'
        readonly value: string
      }
    | { readonly by: 'username'; readonly match: 'equal' | 'prefix'; readonly value: string }
    | { readonly by: 'sub'; readonly match: 'equal' | 'prefix'; readonly value: string }
    | { readonly by: 'status'; readonly match: 'equal' | 'prefix'; readonly value: string }
    | { readonly by: 'enabled'; readonly value: boolean }
}

/** Groups of a pool, and who is in them. */
export interface Groups {
  find(poolId: string, name: string): Promise<Group | undefined>
  /** By name. */
  list(poolId: string, page: { readonly limit: number; readonly after?: string }): Promise<Page<Group>>
  /** Refuses a pool that is gone, a name that is taken, and more groups in the pool than `limit`. */
  add(
    group: Group,
    refusals: {
      readonly limit: number
      readonly gone: () => Error
      readonly taken: () => Error
      readonly tooMany: () => Error
    },
  ): readonly Statement[]
  /** Refuses an outdated version with Conflict; `group.version` is the version that was read. */
  save(group: Group): Statement
  /** The group is gone and nobody is in it any more; refuses one that was gone already. What it leaves: see `empty`. */
  remove(group: Group, now: number, gone: () => Error): readonly Statement[]
  /** Groups that were removed and may have left memberships. */
  removed(): Promise<readonly RemovedGroup[]>
  /** Deletes memberships that a removed group left, at most `limit`; gives the number deleted. */
  empty(group: RemovedGroup, now: number, limit: number): Promise<number>
  /** The groups that a user is in, by name. */
  ofUser(poolId: string, sub: string, page: { readonly limit: number; readonly after?: string }): Promise<Page<Group>>
  /** Who is in a group, by sub. */
  members(group: Group, page: { readonly limit: number; readonly after?: string }): Promise<Page<User>>
  /** The user is in the group, as they may be already; refuses a user who is gone, and more groups of theirs than `limit`. */
  join(
    user: User,
    group: Group,
    refusals: { readonly limit: number; readonly gone: () => Error; readonly tooMany: () => Error },
  ): readonly Statement[]
  leave(user: User, group: Group): Statement
}

export type RemovedGroup = Pick<Group, 'poolId' | 'id'>

export interface Sessions {
  find(poolId: string, sub: string, id: string): Promise<Session | undefined>
  /** Opens it, refusing an id that was used before: that is how a sign-in attempt is spent. */
  open(session: Session, spent: () => Error): Statement
  /** Next generation; refuses if the session is no longer at `session.generation` or was revoked. */
  rotate(session: Session, now: number, refused: () => Error): Statement
  revoke(session: Session, now: number): Statement
  revokeAll(poolId: string, sub: string, now: number): Statement
  /** All of the user's sessions but this one. */
  revokeOthers(session: Session, now: number): Statement
  /** The user's that have neither ended nor been revoked, the last used first. */
  active(
    user: { readonly poolId: string; readonly sub: string },
    now: number,
    limit: number,
  ): Promise<readonly Session[]>
  /** Keeps that it was used now; refuses if it was revoked. */
  touch(session: Session, now: number, refused: () => Error): Statement
  /** Revokes the least recently used of the user's others, so that `most` remain with this one. */
  evict(session: Session, most: number, now: number): Statement
  /** Marks one step of an attempt as answered; refuses the second time. Kept until `expiresAt`. */
  spend(
    step: { readonly poolId: string; readonly attemptId: string; readonly step: number; readonly expiresAt: number },
    spent: () => Error,
  ): Statement
}

export interface Codes {
  find(poolId: string, sub: string, purpose: CodePurpose): Promise<Code | undefined>
  /** Replaces an older one of the same purpose. */
  put(code: Code): Statement
  /** Uses it up; refuses with Conflict if it was used or replaced meanwhile. */
  take(code: Code): Statement
  discard(poolId: string, sub: string, purpose: CodePurpose): Statement
}

/** Counters against guessing. `who` is a sub, or a digest of a name that leads to nobody. */
export interface Guards {
  /** Counts one try; refuses the one after `limit` within the window that the first try opened. */
  count(guard: Guard & { readonly limit: number; readonly windowMs: number }, refused: () => Error): Statement
  /**
   * Counts one wrong password or code; refuses, uncounted, while locked. After the fifth in a row the n-th locks for
   * 2^(n-5) seconds, 900 at the most; 900 quiet seconds start over.
   */
  missPassword(guard: Guard, refused: () => Error): Statement
  /** Forgets the wrong passwords; refuses while locked. */
  clearPassword(guard: Guard, refused: () => Error): Statement
  /** When a locked user may try again, milliseconds since 1970; undefined when not locked. */
  lockedUntil(poolId: string, who: string, now: number): Promise<number | undefined>
}

export interface Guard {
  readonly poolId: string
  readonly who: string
  /** What is counted: `Password`, `Mfa` (codes that are guessed at), or the name of an operation. */
  readonly kind: string
  readonly now: number
}

export interface Outbox {
  put(message: OutboxMessage): Statement
  /** Takes up to `limit` due messages for `leaseMs`; no other node takes them meanwhile. */
  take(now: number, limit: number, leaseMs: number): Promise<readonly OutboxMessage[]>
  /** Sent, failed for good, or due again later, as the message now says. */
  settle(message: OutboxMessage): Statement
  remove(id: string): Statement
  /** Newest first; of one instant, always in the same order. */
  list(filter: { readonly recipientDigest?: string; readonly limit: number }): Promise<readonly OutboxMessage[]>
  /** Deletes all but the newest so many; those that wait to be sent stay. */
  trim(keep: number): Statement
  clear(): Statement
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
  count(poolId: string, kind: ResourceKind): Promise<number>
  /** Refuses a name that another of the kind has. */
  add(resource: PoolResource, taken: () => Error): Statement
  /** Refuses an outdated version with Conflict. */
  save(resource: PoolResource): Statement
  /** As it was read; refuses an outdated version with Conflict. */
  remove(resource: PoolResource): Statement
  removeOwned(poolId: string, owner: string): Statement
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
}

/** Jobs that import users, with the files sent for them. */
export interface ImportJobs {
  find(poolId: string, id: string): Promise<ImportJob | undefined>
  /** By id. */
  list(poolId: string, page: { readonly limit: number; readonly after?: string }): Promise<Page<ImportJob>>
  /** Jobs that a node has to look at, the longest due first, at most `limit`. */
  due(now: number, limit: number): Promise<readonly ImportJob[]>
  add(job: ImportJob): Statement
  /** Refuses an outdated version with Conflict; `job.version` is the version that was read. */
  save(job: ImportJob): Statement
  addChunk(chunk: ImportChunk & { readonly sealed: string }): Statement
  /** What was sealed as this part of a file. */
  chunk(chunk: ImportChunk): Promise<string | undefined>
  /** Deletes parts of one file, or of all of a job's, at most `limit`; gives the number deleted. */
  dropChunks(
    of: { readonly poolId: string; readonly jobId: string; readonly uploadId?: string },
    limit: number,
  ): Promise<number>
}

/** A part of a file; the first has place 0. */
export interface ImportChunk {
  readonly poolId: string
  readonly jobId: string
  readonly uploadId: string
  readonly place: number
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
