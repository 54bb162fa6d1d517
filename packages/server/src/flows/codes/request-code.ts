import type { CodeDeliveryDetailsType } from '@cognate/wire/user-pools.ts'
import type { ContactAttribute } from '../../domain/contact.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { usernameClientNotFound } from '../../domain/refusals.ts'
import type { CodePurpose } from '../../domain/session.ts'
import { hidesUserExistence } from '../../domain/user-existence.ts'
import type { User } from '../../domain/user.ts'
import { findUser } from '../find-user.ts'
import { codeMessage } from '../messages/code-message.ts'
import { nobody } from '../sign-in/identity.ts'
import type { CustomMessage } from '../triggers/custom-message.ts'
import { refuseUnbuilt } from '../unbuilt.ts'
import type { World } from '../world.ts'
import { decoyCode } from './decoy-code.ts'
import { countTry } from './judge-code.ts'
import { hourlyLimits } from './limits.ts'

/** Where a code goes, or why it may not. */
export type Address = { readonly attribute: ContactAttribute; readonly value: string } | { readonly refusal: Error }

/** Somebody who is not signed in asks for a code by name. */
export interface CodeRequest {
  readonly pool: Pool
  readonly client: AppClient
  readonly username: string
  /** Where the pool sends such codes, the preferred address first; at least one. */
  readonly attributes: readonly ContactAttribute[]
  readonly purpose: CodePurpose
  readonly source: CustomMessage['source']
  readonly kind: keyof typeof hourlyLimits
  readonly addressOf: (user: User) => Address
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/**
 * Sends a code that replaces the older one. Where the client hides who exists, a name that
 * leads nowhere and a user who may not have a code get the answer anybody else does, for the same kind of work.
 */
export async function requestCode(request: CodeRequest, world: World): Promise<CodeDeliveryDetailsType> {
  const { pool, client, username, purpose, source, kind, attributes, clientMetadata } = request
  // How long a function takes, and how it fails, would tell who exists.
  if (hidesUserExistence(client)) refuseUnbuilt(pool, ['CustomMessage'])
  const user = await findUser(pool, username, world)
  const who = user?.sub ?? nobody(username, pool, world)
  const address = user ? request.addressOf(user) : { refusal: usernameClientNotFound() }
  if ('refusal' in address && !hidesUserExistence(client)) throw address.refusal
  const tried = countTry({ poolId: pool.id, who, kind, limit: hourlyLimits[kind] }, world)
  const { statements, details } =
    user && 'attribute' in address
      ? await codeMessage({ pool, user, clientId: client.id, purpose, source, clientMetadata, ...address }, world)
      : await decoyCode({ pool, who, calledAs: username, purpose, attributes }, world)
  await world.store.decide([tried, ...statements])
  world.outbox.wake()
  return details
}
