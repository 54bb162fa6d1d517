import { groupStanding } from '../../domain/group-standing.ts'
import type { Group } from '../../domain/group.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import type { User } from '../../domain/user.ts'
import type { TokenOverrides } from '../../tokens/token-overrides.ts'
import type { World } from '../world.ts'
import { callConfigured } from './call-configured.ts'
import { eventAttributes } from './event-attributes.ts'
import { readTokenOverrides } from './read-token-overrides.ts'
import type { JsonObject } from './trigger-event.ts'

/** Upon what the tokens of a user are made. */
export interface Occasion {
  readonly source:
    | 'TokenGeneration_AuthenticateDevice'
    | 'TokenGeneration_Authentication'
    | 'TokenGeneration_NewPasswordChallenge'
    | 'TokenGeneration_RefreshTokens'
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

export interface TokenGeneration extends Occasion {
  readonly pool: Pool
  readonly client: AppClient
  readonly user: User
  readonly groups: readonly Group[]
  readonly scopes: readonly string[]
}

/**
 * What a function changes in the tokens of a user; nothing where the pool has none.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export function preTokenGeneration(generation: TokenGeneration, world: World): Promise<TokenOverrides | undefined> {
  const { pool, client, user, groups, scopes, source, clientMetadata } = generation
  const { names, roles, preferredRole = null } = groupStanding(groups)
  const groupConfiguration = { groupsToOverride: names, iamRolesToOverride: roles, preferredRole }
  const request = { userAttributes: eventAttributes(pool, user), groupConfiguration, clientMetadata }
  return told({ source, pool, clientId: client.id, userName: user.username, request, scopes }, world)
}

/** The same of the token of a client that acts for nobody: only the third version hears of those. */
export async function preClientTokenGeneration(
  { pool, client, scopes, clientMetadata }: Pick<TokenGeneration, 'pool' | 'client' | 'scopes' | 'clientMetadata'>,
  world: World,
): Promise<TokenOverrides | undefined> {
  if (versionOf(pool) !== 'V3_0') return undefined
  const source = 'TokenGeneration_ClientCredentials'
  const request = { userAttributes: {}, groupConfiguration: null, clientMetadata }
  return told({ source, pool, clientId: client.id, userName: 'ClientCredentials', request, scopes }, world)
}

interface Telling {
  readonly source: `TokenGeneration_${string}`
  readonly pool: Pool
  readonly clientId: string
  readonly userName: string
  readonly request: JsonObject
  readonly scopes: readonly string[]
}

async function told({ scopes, ...telling }: Telling, world: World): Promise<TokenOverrides | undefined> {
  const { pool, request } = telling
  const version = versionOf(pool)
  const form = forms[version]
  const event = { ...telling, trigger: 'PreTokenGeneration', version: form.version, response: form.response } as const
  const response = await callConfigured(
    version === 'V1_0' ? event : { ...event, request: { ...request, scopes } },
    world,
  )
  return response && readTokenOverrides(response, version)
}

const forms = {
  V1_0: { version: '1', response: { claimsOverrideDetails: null } },
  V2_0: { version: '2', response: { claimsAndScopeOverrideDetails: null } },
  V3_0: { version: '3', response: { claimsAndScopeOverrideDetails: null } },
} as const

/** A function that is named without its version is of the first. */
const versionOf = ({ settings }: Pool) => settings.LambdaConfig?.PreTokenGenerationConfig?.LambdaVersion ?? 'V1_0'
