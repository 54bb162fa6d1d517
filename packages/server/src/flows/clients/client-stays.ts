import { allClients } from '../../domain/pool-resource.ts'
import { clientNotFound } from '../../domain/refusals.ts'
import type { Statement } from '../../store/statement.ts'
import { poolStays } from '../pools/pool-stays.ts'
import type { World } from '../world.ts'

/**
 * Refuses a client that is not there. What this gives is decided together with what is made for the client, or for all
 * of the pool's, so that nothing is made for one that is deleted meanwhile.
 */
export async function clientStays(
  poolId: string,
  clientId: string,
  { store }: Pick<World, 'store'>,
): Promise<readonly Statement[]> {
  const staying = poolStays(poolId, { store })
  if (clientId === allClients) return [staying]
  const client = await store.clients.find(poolId, clientId)
  if (!client) throw clientNotFound(clientId)
  return [staying, store.clients.save(client)]
}
