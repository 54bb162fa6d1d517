import { allClients, type PoolDocuments } from '../../domain/pool-resource.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import type { World } from '../world.ts'

export type RiskSettings = PoolDocuments['RiskConfiguration']

/** What is done about risks: as its client says, else as the pool does; nothing where neither does. */
export async function riskSettings(
  { id }: Pool,
  client: Pick<AppClient, 'id'>,
  { store }: Pick<World, 'store'>,
): Promise<RiskSettings> {
  const [own, common] = await Promise.all([
    store.resources.find(id, 'RiskConfiguration', client.id),
    store.resources.find(id, 'RiskConfiguration', allClients),
  ])
  return (own ?? common)?.document ?? {}
}
