import type { Pool } from '../../domain/pool.ts'
import type { User } from '../../domain/user.ts'
import type { World } from '../world.ts'
import { callConfigured } from './call-configured.ts'
import { eventAttributes } from './event-attributes.ts'

export interface PostConfirmation {
  readonly source: 'PostConfirmation_ConfirmForgotPassword' | 'PostConfirmation_ConfirmSignUp'
  readonly pool: Pool
  readonly clientId: string | undefined
  readonly user: User
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/**
 * Tells of somebody who is confirmed by now, and stays so if the function fails [O].
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-confirmation.html
 */
export async function postConfirmation(confirmation: PostConfirmation, world: World): Promise<void> {
  const { source, pool, clientId, user, clientMetadata } = confirmation
  const request = { userAttributes: eventAttributes(pool, user), clientMetadata }
  const told = { trigger: 'PostConfirmation', source, pool, clientId, userName: user.username } as const
  await callConfigured({ ...told, request, response: {} }, world)
}
