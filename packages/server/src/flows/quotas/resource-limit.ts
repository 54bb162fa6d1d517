import type { Place } from '../../domain/pool.ts'
import { resourceQuotas, type ResourceQuotaName } from '../../domain/resource-quotas.ts'
import type { World } from '../world.ts'

/** How many there may be: what was set for the account, else what everybody has. */
export async function resourceLimit(
  name: ResourceQuotaName,
  place: Place,
  { store }: Pick<World, 'store'>,
): Promise<number> {
  return (await store.quotas.find(place, name)) ?? resourceQuotas[name].standard
}
