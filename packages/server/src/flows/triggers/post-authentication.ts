import type { AppClient, Pool } from '../../domain/pool.ts'
import type { User } from '../../domain/user.ts'
import type { World } from '../world.ts'
import { callConfigured } from './call-configured.ts'
import { eventAttributes } from './event-attributes.ts'

export interface SignedIn {
  readonly pool: Pool
  readonly client: AppClient
  readonly user: User
  /** Whether the sign-in came from a device that was not known; said only where devices are tracked. */
  readonly newDeviceUsed: boolean
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/**
 * Tells of a sign-in before there are tokens of it; there are none when the function fails.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-authentication.html
 */
export async function postAuthentication(signedIn: SignedIn, world: World): Promise<void> {
  const { pool, client, user, newDeviceUsed, clientMetadata } = signedIn
  const trigger = 'PostAuthentication'
  const request = { userAttributes: eventAttributes(pool, user), newDeviceUsed, clientMetadata }
  const told = { trigger, source: `${trigger}_Authentication`, pool, clientId: client.id } as const
  await callConfigured({ ...told, userName: user.username, request, response: {} }, world)
}
