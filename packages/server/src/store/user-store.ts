import type { DevicePlace } from './device-store.ts'
import type { Group } from '../domain/group.ts'
import type { Passkey } from '../domain/passkey.ts'
import type { Code, CodePurpose, Session } from '../domain/session.ts'
import type { LoginName, User } from '../domain/user.ts'
import type { Page } from './page.ts'
import type { Statement } from './statement.ts'

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

type RemovedGroup = Pick<Group, 'poolId' | 'id'>

/** A use of a session that is tracked. */
export interface SessionUse {
  readonly now: number
  readonly address?: string | undefined
  readonly deviceType?: string | undefined
}

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
  /** Keeps that it was used, and from where; refuses if it was revoked. */
  touch(session: Session, used: SessionUse, refused: () => Error): Statement
  /** Revokes the least recently used of the user's others, so that `most` remain with this one. */
  evict(session: Session, most: number, now: number): Statement
  /** Changes nothing, but refuses if it was revoked or has ended. */
  live(session: Session, now: number, refused: () => Error): Statement
  /** Ends the refresh tokens that were issued to a device; access tokens live on for their time. */
  endOfDevice(device: DevicePlace, now: number): Statement
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

/** Public keys that users sign in with. Whoever adds or removes one saves its user in the same decision. */
export interface Passkeys {
  /** By id. */
  list(poolId: string, sub: string, page: { readonly limit: number; readonly after?: string }): Promise<Page<Passkey>>
  /** Refuses an id that another of the pool has. */
  add(passkey: Passkey, taken: () => Error): Statement
  /** Keeps a higher counter; refuses with Conflict if it is no longer as it was read. */
  advance(passkey: Passkey, counter: number): Statement
  remove(passkey: Pick<Passkey, 'poolId' | 'id' | 'sub'>, gone: () => Error): Statement
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
  /** What is counted: `Password`, `Mfa` (codes that are guessed at), `Device` (its proofs), or the name of an operation. */
  readonly kind: string
  readonly now: number
}
