import type { MfaFactor } from './mfa-factor.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserType.html */
export type UserStatus = 'UNCONFIRMED' | 'CONFIRMED' | 'RESET_REQUIRED' | 'FORCE_CHANGE_PASSWORD' | 'EXTERNAL_PROVIDER'

export type Attributes = Readonly<Record<string, string>>

/** A person in a pool. Instants are milliseconds since 1970. */
export interface User {
  readonly poolId: string
  /** UUID; never changes. */
  readonly sub: string
  /** What `cognito:username` says: the chosen name, or the sub where e-mail or phone is the way to sign in. */
  readonly username: string
  readonly status: UserStatus
  readonly enabled: boolean
  /** By wire name (`email`, `custom:tenant`); without `sub`; verified flags are 'true' or 'false'. */
  readonly attributes: Attributes
  /** New values of `email` or `phone_number` that wait for their code (AttributesRequireVerificationBeforeUpdate). */
  readonly pendingAttributes: Attributes
  readonly credentials: Credentials
  readonly createdAt: number
  readonly modifiedAt: number
  /** Counts the saves; a save of an outdated user is refused. */
  readonly version: number
  /** That they may be in groups; said by the reads that find one user, not by lists. */
  readonly inGroups?: true
}

/** Every field that proves something is sealed under the master key. */
export interface Credentials {
  readonly password?: Password
  /** Newest first, without the current one; as long as the pool's history asks for. */
  readonly formerPasswords: readonly Password[]
  readonly softwareToken?: SoftwareToken
  /** A key that was given out, sealed, and waits for its first code. */
  readonly associatedSecret?: string
  readonly mfa?: MfaPreference
  /** How many passkeys they have; absent where none. */
  readonly passkeys?: number
  /** That a passkey stands in for a second factor, which they have too. */
  readonly passkeyMfa?: true
  /** Up to this instant the code that confirmed the sign-up counts as a second factor; spent by the first sign-in. */
  readonly confirmationCountsUntil?: number
}

/** The authenticator app that was verified; `secret` is its key, sealed. */
export interface SoftwareToken {
  readonly secret: string
  readonly friendlyName?: string
}

/** The second factors a user turned on, at least one, and the one they prefer. */
export interface MfaPreference {
  readonly enabled: readonly MfaFactor[]
  readonly preferred?: MfaFactor
}

/**
 * `salt` is lower-case hex as SRP hashes it; `secret` is sealed: the SRP verifier, an Argon2id hash, or, until the password
 * is sent for the first time, what another system kept of it.
 */
export interface Password {
  readonly kind: 'srp' | 'argon2id' | 'imported'
  readonly salt: string
  readonly secret: string
  /** After this instant an administrator's temporary password no longer signs in. */
  readonly temporaryUntil?: number
}

/** A name that leads to a user at sign-in. */
export interface LoginName {
  readonly kind: 'username' | 'email' | 'phone_number' | 'preferred_username' | 'identity'
  /** Folded as the pool compares names: see domain/names.ts. That of an identity is as its provider says it. */
  readonly name: string
}
