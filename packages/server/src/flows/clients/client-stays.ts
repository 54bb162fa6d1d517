import { allClients } from '../../domain/pool-resource.ts'
import { clientNotFound } from '../../domain/refusals.ts'
import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'

/**
 * Refuses a client that is not there. What this gives is decided together with what is made for the client, so that
 * nothing is made for one that is deleted meanwhile; what is for all clients needs none.
 */
export async function clientStays(
  poolId: string,
  clientId: string,
  { store }: Pick<World, 'store'>,
): Promise<readonly Statement[]> {
  if (clientId === allClients) return []
  const client = await store.clients.find(poolId, clientId)
  if (!client) throw clientNotFound(clientId)
  return [store.clients.save(client)]
}
