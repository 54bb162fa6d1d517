import type { AuthEvent, EventFeedback, Familiar } from '../domain/auth-event.ts'
import type { Page } from './page.ts'
import type { Statement } from './statement.ts'

/** What was tried with accounts. `who` is a sub, or a digest of a name that leads to nobody. */
export interface AuthEvents {
  find(poolId: string, who: string, id: string): Promise<AuthEvent | undefined>
  /** Newest first. */
  list(poolId: string, who: string, page: { readonly limit: number; readonly after?: string }): Promise<Page<AuthEvent>>
  /**
   * Adds it, or says anew how it went on and what was found, unless it let the user in; where it came from, and when, stays. Of those that let the
   * user in, and of the others, the newest `most` are kept. With `gone`, refuses a user who is not there any more.
   */
  put(event: AuthEvent, most: number, gone?: () => Error): readonly Statement[]
  /** Keeps what somebody says of it, in place of what was said before; refuses one that is not there. */
  judge(
    event: { readonly poolId: string; readonly who: string; readonly id: string },
    feedback: EventFeedback,
    gone: () => Error,
  ): Statement
  /** Where the user got in, or somebody said whether it was them: the newest, at most `limit`. */
  familiar(poolId: string, who: string, limit: number): Promise<readonly Familiar[]>
  /** How many sign-ins of one user failed since then; counts no further than `limit`. */
  failures(of: { readonly poolId: string; readonly who: string }, since: number, limit: number): Promise<number>
  /** With how many accounts a sign-in from an address failed since then; counts no further than `limit`. */
  failingAt(
    from: { readonly poolId: string; readonly addressDigest: string },
    since: number,
    limit: number,
  ): Promise<number>
}
