import type { AppClient, Pool } from '../domain/pool.ts'
import type { Session } from '../domain/session.ts'
import type { User } from '../domain/user.ts'

/** Who is calling, by the kind that the operation asks for. */
export interface Callers {
  /** No credentials: sign-up, sign-in and the flows that lead back to them. */
  readonly anyone: Anyone
  /** Holds a live access token; what it leads to was read in the same moment. */
  readonly user: SignedInUser
  /** Holds an access token, or the session of a sign-in that is under way. */
  readonly 'user-or-session': SignedInUser | Anyone
  /** Signed the request. */
  readonly operator: Operator
}

export interface Anyone {
  readonly kind: 'anyone'
}

export interface SignedInUser {
  readonly kind: 'user'
  readonly user: User
  readonly session: Session
  readonly pool: Pool
  readonly client: AppClient
}

export interface Operator {
  readonly kind: 'operator'
  readonly account: string
  readonly region: string
  /** What they ask: a pool's secondary Region does not serve everything. */
  readonly operation: string
}
