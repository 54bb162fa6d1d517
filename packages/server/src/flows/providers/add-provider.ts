import type { CreateIdentityProviderRequest } from '@cognate/wire/user-pools.ts'
import { newProvider } from '../../domain/identity-provider.ts'
import type { Pool } from '../../domain/pool.ts'
import { checkProviderDetails } from '../../domain/provider-details-rules.ts'
import { checkProvider, checkProviderName } from '../../domain/provider-rules.ts'
import { Refusal } from '../../domain/refusal.ts'
import { poolStays } from '../pools/pool-stays.ts'
import { mostInPool } from '../quotas/most-in-pool.ts'
import { newResource } from '../resources/add-resource.ts'
import type { World } from '../world.ts'
import { claimIdentifiers } from './identifiers.ts'
import { sealedDetails, type IdentityProvider } from './identity-provider.ts'

export async function addProvider(
  { ProviderName: name, ProviderDetails: details, ...requested }: CreateIdentityProviderRequest,
  pool: Pool,
  world: World,
): Promise<IdentityProvider> {
  checkProviderName(name, requested.ProviderType)
  const document = newProvider(requested)
  checkProvider(document, pool)
  checkProviderDetails(requested.ProviderType, details)
  const most = await mostInPool('IdentityProviders', pool, world)
  const sealed = sealedDetails({ poolId: pool.id, name }, details, world)
  const resource = newResource({ poolId: pool.id, kind: 'IdentityProvider', name, document, sealed }, world)
  const taken = () => new Refusal('DuplicateProviderException', `${name} already exists in user pool ${pool.id}`)
  const { resources, decide } = world.store
  await decide([
    poolStays(pool.id, world),
    resources.add(resource, taken),
    ...claimIdentifiers(resource, world),
    resources.atMost(pool.id, 'IdentityProvider', most),
  ])
  return { resource, details }
}
