import type { Pool } from '../../domain/pool.ts'

/** The triggers whose answer is waited for, by the names that pools and sentences give them. */
export type Trigger =
  | 'CreateAuthChallenge'
  | 'CustomMessage'
  | 'DefineAuthChallenge'
  | 'PostAuthentication'
  | 'PostConfirmation'
  | 'PreAuthentication'
  | 'PreSignUp'
  | 'PreTokenGeneration'
  | 'UserMigration'
  | 'VerifyAuthChallengeResponse'

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json | undefined
}

/** What a function is told, but for what every event says. */
export interface TriggerEvent {
  readonly trigger: Trigger
  readonly source: `${string}_${string}`
  /** 1 where nothing is said. */
  readonly version?: '1' | '2' | '3'
  readonly pool: Pool
  /** None where an administrator acts without a client. */
  readonly clientId: string | undefined
  readonly userName: string
  readonly request: JsonObject
  /** The answer that a function may leave as it is. */
  readonly response: JsonObject
}
