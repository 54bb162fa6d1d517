import type { CallOrigin } from '../../domain/call-origin.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'

/** What a sign-in starts with, as the operations take it. */
export interface Initiation {
  readonly pool: Pool
  readonly client: AppClient
  readonly parameters: Readonly<Record<string, string>>
  readonly origin: CallOrigin
  /** What the client has to say to functions, which call it data to validate. */
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
  /** What the confirmation of a sign-up gave. */
  readonly session?: string | undefined
}
