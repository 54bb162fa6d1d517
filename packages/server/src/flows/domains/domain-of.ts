import type { PoolDomain } from '../../domain/pool-domain.ts'
import type { Pool } from '../../domain/pool.ts'
import { invalid } from '../../domain/refusals.ts'
import type { World } from '../world.ts'

/** A domain by its name, if it is this pool's. */
export async function domainOf({ id }: Pool, name: string, { store }: Pick<World, 'store'>): Promise<PoolDomain> {
  const domain = await store.domains.find(name)
  if (domain?.poolId !== id) throw invalid('No such domain or user pool exists.')
  return domain
}
