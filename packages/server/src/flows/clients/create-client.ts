import type { CreateUserPoolClientRequest } from '@cognate/wire/user-pools.ts'
import { settingsOfNewClient } from '../../domain/client-settings.ts'
import { pinnedClientId } from '../../domain/pinned-ids.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { invalid } from '../../domain/refusals.ts'
import { poolStays } from '../pools/pool-stays.ts'
import { mostInPool } from '../quotas/most-in-pool.ts'
import type { World } from '../world.ts'
import { newClientSecret, sealedClientSecret } from './new-client-secret.ts'
import { offeredTo } from './offered-to.ts'

const lowerAlphanumerics = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A new client and its secret, if it has one, in one decision. */
export async function createClient(
  requested: CreateUserPoolClientRequest,
  pool: Pool,
  world: World,
): Promise<{ readonly client: AppClient; readonly secret: string | undefined }> {
  const { store, clock } = world
  const secret = requestedSecret(requested, world)
  const now = clock.now()
  const client: AppClient = {
    id: clientId(requested, world),
    poolId: pool.id,
    settings: settingsOfNewClient(requested, pool, await offeredTo(requested, pool.id, world)),
    createdAt: now,
    modifiedAt: now,
    version: 1,
  }
  const added = store.clients.add(client, () => invalid(`User pool client id ${client.id} is already taken.`))
  await store.decide([
    poolStays(pool.id, world),
    added,
    ...(secret === undefined ? [] : [firstSecret(client.id, secret, world)]),
    store.clients.atMost(pool.id, await mostInPool('UserPoolClients', pool, world)),
  ])
  return { client, secret }
}

function requestedSecret({ GenerateSecret, ClientSecret }: CreateUserPoolClientRequest, world: World) {
  if (GenerateSecret && ClientSecret !== undefined)
    throw invalid('You cannot specify both GenerateSecret as true and a ClientSecret.')
  return GenerateSecret ? newClientSecret(world) : ClientSecret
}

function firstSecret(clientId: string, secret: string, world: World) {
  return world.store.clients.addSecret(sealedClientSecret(clientId, secret, world.clock.now(), world), () => {
    throw new Error(`The new client ${clientId} has secrets already`)
  })
}

function clientId({ ClientName }: CreateUserPoolClientRequest, { site, random }: World): string {
  const pinned = pinnedClientId(ClientName)
  if (pinned !== undefined && !site.allowPinnedIds) throw invalid('The id of a user pool client cannot be chosen here.')
  return pinned ?? random.text(26, lowerAlphanumerics)
}
