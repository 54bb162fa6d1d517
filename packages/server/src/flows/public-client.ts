import type { AppClient, Pool } from '../domain/pool.ts'
import { clientNotFound } from '../domain/refusals.ts'
import type { World } from './world.ts'

/** The client that an unsigned operation names, and its pool. */
export async function publicClient(
  clientId: string,
  { store, journal }: Pick<World, 'store' | 'journal'>,
): Promise<{ readonly client: AppClient; readonly pool: Pool }> {
  const found = await store.clients.findWithPool(clientId)
  if (!found) throw clientNotFound(clientId)
  journal.at({ pool: found.pool, clientId: found.client.id })
  return found
}
