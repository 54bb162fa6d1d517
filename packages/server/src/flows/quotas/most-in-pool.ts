import type { Pool } from '../../domain/pool.ts'
import { tooManyInPool } from '../../domain/refusals.ts'
import type { ResourceQuotaName } from '../../domain/resource-quotas.ts'
import type { Most } from '../../store/at-most.ts'
import type { World } from '../world.ts'
import { resourceLimit } from './resource-limit.ts'

/** How many of something the pool may have, and what is said to one more. */
export async function mostInPool(
  name: Exclude<ResourceQuotaName, 'UserPools' | 'CustomDomains' | 'UserImportRows'>,
  pool: Pool,
  world: Pick<World, 'store'>,
): Promise<Most> {
  const limit = await resourceLimit(name, pool, world)
  return { limit, tooMany: () => tooManyInPool(limit, words[name]) }
}

const words: Readonly<Record<Parameters<typeof mostInPool>[0], string>> = {
  UserPoolClients: 'app clients',
  IdentityProviders: 'identity providers',
  ResourceServers: 'resource servers',
  Groups: 'groups',
  UserImportJobs: 'import jobs',
  ManagedLoginBrandings: 'managed login branding styles',
  Terms: 'terms',
}
