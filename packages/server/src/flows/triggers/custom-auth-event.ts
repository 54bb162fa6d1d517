import type { Pool } from '../../domain/pool.ts'
import { customAuthNotConfigured } from '../../domain/refusals.ts'
import type { World } from '../world.ts'
import { callTrigger } from './call-trigger.ts'
import { functionOf } from './function-of.ts'
import type { JsonObject, Trigger } from './trigger-event.ts'

/** What the three functions of a custom sign-in are told alike. */
export interface CustomAuthEvent {
  readonly pool: Pool
  readonly clientId: string
  readonly userName: string
  readonly userAttributes: Readonly<Record<string, string>>
  /** Said where the client must not tell who is there: the functions then keep up the appearance. */
  readonly userNotFound: boolean | undefined
  /** Of the call that is answered, if it answers a challenge: what comes with the first call is not told [D]. */
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/** One challenge of a sign-in and how it went. */
export interface ChallengeResult extends JsonObject {
  readonly challengeName: string
  readonly challengeResult: boolean
  readonly challengeMetadata: string | null
}

type CustomAuthTrigger = Extract<Trigger, 'CreateAuthChallenge' | 'DefineAuthChallenge' | 'VerifyAuthChallengeResponse'>

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html */
export async function callCustomAuth(
  trigger: CustomAuthTrigger,
  event: CustomAuthEvent,
  own: { readonly request: JsonObject; readonly response: JsonObject },
  world: World,
): Promise<JsonObject> {
  const { pool, clientId, userName, userAttributes, userNotFound, clientMetadata } = event
  const request = { userAttributes, ...own.request, clientMetadata, userNotFound }
  const told = { trigger, source: `${trigger}_Authentication`, pool, clientId, userName, request } as const
  return callTrigger(customAuthFunction(pool, trigger), { ...told, response: own.response }, world)
}

export function customAuthFunction(pool: Pool, trigger: CustomAuthTrigger): string {
  const arn = functionOf(pool, trigger)
  if (arn === undefined) throw customAuthNotConfigured()
  return arn
}
