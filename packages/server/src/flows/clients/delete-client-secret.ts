import type { AppClient } from '../../domain/pool.ts'
import { Refusal } from '../../domain/refusal.ts'
import { invalid } from '../../domain/refusals.ts'
import type { World } from '../world.ts'

/** Takes one of two secrets away; a client that has secrets keeps one. */
export async function deleteClientSecret(
  { id }: AppClient,
  secretId: string,
  { store }: Pick<World, 'store'>,
): Promise<void> {
  const secrets = await store.clients.secrets(id)
  if (!secrets.some((secret) => secret.id === secretId))
    throw new Refusal('ResourceNotFoundException', `Client secret ${secretId} does not exist.`)
  const lastOne = () => invalid('The last secret of a user pool client cannot be deleted.')
  await store.decide([store.clients.removeSecret(id, secretId, lastOne)])
}
