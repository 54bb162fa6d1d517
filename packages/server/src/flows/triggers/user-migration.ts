import type { AppClient, Pool } from '../../domain/pool.ts'
import { toAttributes } from '../../domain/user-attributes.ts'
import type { Attributes } from '../../domain/user.ts'
import type { World } from '../world.ts'
import { callConfigured } from './call-configured.ts'
import { readFlag, readText, readTexts } from './read-member.ts'
import type { JsonObject } from './trigger-event.ts'

/** Somebody whom the pool does not know, and another directory may. */
export interface UserMigration {
  readonly source: 'UserMigration_Authentication' | 'UserMigration_ForgotPassword'
  readonly pool: Pool
  readonly client: AppClient
  /** The Region that is called, where the call says one. */
  readonly region?: string | undefined
  /** As the caller named the user. */
  readonly name: string
  /** None where it was forgotten. */
  readonly password?: string
  readonly validationData?: Readonly<Record<string, string>> | undefined
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/** Whom a function found in its directory. */
export interface Migrant {
  /** Another than the caller gave where that is to be an alias. */
  readonly username: string
  readonly attributes: Attributes
  readonly status: 'CONFIRMED' | 'RESET_REQUIRED'
  /** Takes an address from whoever it leads to now. */
  readonly forceAliasCreation: boolean
  readonly enableSmsMfa: boolean
}

const open = {
  userAttributes: null,
  finalUserStatus: null,
  messageAction: null,
  desiredDeliveryMediums: null,
  forceAliasCreation: null,
  enableSMSMFA: null,
}

/**
 * Asks a function for somebody; one that names no attributes knows nobody.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html
 */
export async function userMigration(migration: UserMigration, world: World): Promise<Migrant | undefined> {
  const { source, pool, client, name, password, validationData, clientMetadata } = migration
  const request = { password, validationData: validationData ?? null, clientMetadata: clientMetadata ?? null }
  const told = { trigger: 'UserMigration', source, pool, clientId: client.id, userName: name } as const
  const response = await callConfigured({ ...told, request, response: open }, world)
  return response && migrantIn(response, name)
}

function migrantIn(response: JsonObject, name: string): Migrant | undefined {
  const { username = name, ...texts } = readTexts(response, 'userAttributes')
  if (Object.keys(texts).length === 0) return undefined
  return {
    username,
    attributes: toAttributes(Object.entries(texts).map(([Name, Value]) => ({ Name, Value }))),
    // Whatever else a function says, or nothing, is RESET_REQUIRED [D].
    status: readText(response, 'finalUserStatus') === 'CONFIRMED' ? 'CONFIRMED' : 'RESET_REQUIRED',
    forceAliasCreation: readFlag(response, 'forceAliasCreation'),
    enableSmsMfa: readFlag(response, 'enableSMSMFA'),
  }
}
