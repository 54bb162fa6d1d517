import type { AppClient, Pool } from '../../domain/pool.ts'
import { userNotFound } from '../../domain/refusals.ts'
import { hidesUserExistence } from '../../domain/user-existence.ts'
import { findUser } from '../find-user.ts'
import { identityOf } from '../sign-in/identity.ts'
import type { World } from '../world.ts'
import { callTrigger } from './call-trigger.ts'
import { eventAttributes } from './event-attributes.ts'
import { functionOf } from './function-of.ts'

export interface Beginning {
  readonly pool: Pool
  readonly client: AppClient
  /** As the caller named the user. */
  readonly name: string
  /** What the client calls its metadata is to this function data to validate. */
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/**
 * Lets a function refuse a sign-in before anything was shown. Of nobody it hears where the client must not know.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-authentication.html
 */
export async function preAuthentication(beginning: Beginning, world: World): Promise<void> {
  const { pool, client, name, clientMetadata } = beginning
  const trigger = 'PreAuthentication'
  const arn = functionOf(pool, trigger)
  const source = `${trigger}_Authentication` as const
  if (arn === undefined) return world.journal.note({ kind: 'not-configured', trigger, source })
  const user = await findUser(pool, name, world)
  const hides = hidesUserExistence(client)
  if (!user && !hides) throw userNotFound()
  const request = {
    userAttributes: eventAttributes(pool, user),
    validationData: clientMetadata ?? null,
    userNotFound: hides ? user === undefined : undefined,
  }
  const userName = identityOf(user, name, pool, world).username
  const told = { trigger, source, pool, clientId: client.id, userName } as const
  await callTrigger(arn, { ...told, request, response: {} }, world)
}
