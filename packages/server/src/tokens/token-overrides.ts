import type { Claims } from '../crypto/jws.ts'

/** What a function changes in one token. */
export interface ClaimChanges {
  readonly claimsToAddOrOverride: Claims
  readonly claimsToSuppress: readonly string[]
}

export interface ScopeChanges {
  readonly scopesToAdd: readonly string[]
  readonly scopesToSuppress: readonly string[]
}

/** What a token says of groups in the place of what they are. */
export interface GroupClaims {
  readonly names: readonly string[]
  readonly roles: readonly string[]
  readonly preferredRole: string | undefined
}

/** What a function changes in the tokens of a sign-in. */
export interface TokenOverrides {
  readonly id: ClaimChanges
  readonly access: ClaimChanges & ScopeChanges
  /** Absent where they stay as they are. */
  readonly groups?: GroupClaims
}
