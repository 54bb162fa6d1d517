import type { AppClient, ClientSecret } from '../../domain/pool.ts'
import { Refusal } from '../../domain/refusal.ts'
import { invalid } from '../../domain/refusals.ts'
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
  if (secrets.length === 0) throw invalid(`User pool client ${client.id} is a public client and cannot have a secret.`)
  const createdAt = Math.max(world.clock.now(), ...secrets.map((secret) => secret.createdAt + 1))
  const value = chosen ?? newClientSecret(world)
  const secret = sealedClientSecret(client.id, value, createdAt, world)
  await store.decide([store.clients.addSecret(secret, () => tooManySecrets(client.id))])
  return { secret, value: chosen === undefined ? value : undefined }
}

const tooManySecrets = (clientId: string) =>
  new Refusal('LimitExceededException', `User pool client ${clientId} already has 2 secrets.`)
