import type { AppClient, ClientSecret } from '../../domain/pool.ts'
import { Refusal } from '../../domain/refusal.ts'
import { clientNotFound, invalid } from '../../domain/refusals.ts'
import { poolStays } from '../pools/pool-stays.ts'
import type { World } from '../world.ts'
import { newClientSecret, sealedClientSecret } from './new-client-secret.ts'

/** A second secret for a client that has one; gives its value only if it was made here. */
export async function addClientSecret(
  client: AppClient,
  chosen: string | undefined,
  world: World,
): Promise<{ readonly secret: ClientSecret; readonly value: string | undefined }> {
  const { store } = world
  const secrets = await store.clients.secrets(client.id)
  if (secrets.length === 0) throw await withoutSecret(client, world)
  const createdAt = Math.max(world.clock.now(), ...secrets.map((secret) => secret.createdAt + 1))
  const value = chosen ?? newClientSecret(world)
  const secret = sealedClientSecret(client.id, value, createdAt, world)
  await store.decide([
    poolStays(client.poolId, world),
    store.clients.hold(client.id, () => clientNotFound(client.id)),
    store.clients.addSecret(secret, () => tooManySecrets(client.id)),
  ])
  return { secret, value: chosen === undefined ? value : undefined }
}

/** A client that was deleted meanwhile has none either. */
async function withoutSecret({ poolId, id }: AppClient, { store }: Pick<World, 'store'>): Promise<Refusal> {
  const there = await store.clients.find(poolId, id)
  return there ? invalid(`User pool client ${id} is a public client and cannot have a secret.`) : clientNotFound(id)
}

const tooManySecrets = (clientId: string) =>
  new Refusal('LimitExceededException', `User pool client ${clientId} already has 2 secrets.`)
