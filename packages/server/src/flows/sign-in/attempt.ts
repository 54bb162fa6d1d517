import type { ChallengeNameType } from '@cognate/wire/user-pools.ts'
import type { AcrLevel } from '../../domain/acr-level.ts'
import type { FirstFactor } from '../../domain/first-factor.ts'
import type { MfaFactor } from '../../domain/mfa-factor.ts'

/** What a sign-in has shown so far. A password is the same proof however it was shown. */
export type Proof =
  | Exclude<FirstFactor, 'PASSWORD_SRP' | 'WEB_AUTHN'>
  | `WEB_AUTHN ${'platform' | 'cross-platform'}`
  | 'NEW_PASSWORD'
  | `CHOSE ${MfaFactor}`
  | `MFA ${MfaFactor}`
  /** With the key: the proof of one device is none of another. */
  | `DEVICE ${string}`
  /** Whatever the pool's functions asked for. */
  | 'CUSTOM'

/** A challenge of a custom sign-in, how it went, and what its function calls it; short, since the client carries it. */
export type Round = readonly [challenge: ChallengeNameType | 'SRP_A', passed: boolean, metadata?: string]

/**
 * A sign-in under way: a plain value that the client carries, sealed, as `Session` or `SECRET_BLOCK`.
 * Its id becomes the id of the session it opens. Instants are milliseconds since 1970.
 */
export interface Attempt {
  readonly id: string
  readonly poolId: string
  readonly clientId: string
  /** The sub; or, when the name leads to nobody and that must not show, a digest of the name. */
  readonly who: string
  /** What the caller called the user, for SECRET_HASH. */
  readonly calledAs: string
  /** USER_ID_FOR_SRP. */
  readonly username: string
  /** Where something else than a password may come first. */
  readonly flow?: 'USER_AUTH'
  /** Of a custom sign-in alone. */
  readonly rounds?: readonly Round[]
  /** The level that it must reach. */
  readonly aim?: AcrLevel
  readonly proofs: readonly Proof[]
  /** Which password was proved, by its salt; absent until one was. */
  readonly provedPassword?: string
  /** The device that the sign-in says it comes from; who was asked to prove one, that one. */
  readonly deviceKey?: string | undefined
  /** The second factors of which a risk asks for one: those that the user had when it was judged. */
  readonly demands?: readonly MfaFactor[] | undefined
  readonly asked: ChallengeNameType
  readonly step: number
  readonly startedAt: number
  readonly expiresAt: number
  /** What a challenge must remember of its question, secrets included. */
  readonly memory: Readonly<Record<string, string>>
}
