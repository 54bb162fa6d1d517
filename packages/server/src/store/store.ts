import type { AuthEvents } from './auth-event-store.ts'
import type { Devices } from './device-store.ts'
import type { AccessKeys, Clients, DataKeys, Domains, Pools, Resources, SigningKeys } from './pool-store.ts'
import type { Quotas } from './quota-store.ts'
import type { LambdaFunctions } from './function-store.ts'
import type { FlowRecords } from './flow-record-store.ts'
import type { KmsAliases, KmsKeys } from './kms-store.ts'
import type { Statement } from './statement.ts'
import type { Codes, Groups, Guards, Passkeys, Sessions, Users } from './user-store.ts'
import type { ImportJobs, Outbox } from './work-store.ts'

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
  readonly devices: Devices
  readonly codes: Codes
  readonly passkeys: Passkeys
  readonly guards: Guards
  readonly authEvents: AuthEvents
  readonly flowRecords: FlowRecords
  readonly outbox: Outbox
  readonly quotas: Quotas
  readonly resources: Resources
  readonly domains: Domains
  readonly imports: ImportJobs
  readonly lambdaFunctions: LambdaFunctions
  readonly dataKeys: DataKeys
  readonly kmsKeys: KmsKeys
  readonly kmsAliases: KmsAliases
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
