import type { CreateIdentityProviderRequest } from '@cognate/wire/user-pools.ts'
import { newProvider } from '../../domain/identity-provider.ts'
import type { Pool } from '../../domain/pool.ts'
import { checkProviderDetails } from '../../domain/provider-details-rules.ts'
import { checkProvider, checkProviderName } from '../../domain/provider-rules.ts'
import { Refusal } from '../../domain/refusal.ts'
import { checkQuota, newResource } from '../resources/add-resource.ts'
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
  await checkQuota(pool.id, 'IdentityProvider', world)
  const sealed = sealedDetails({ poolId: pool.id, name }, details, world)
  const resource = newResource({ poolId: pool.id, kind: 'IdentityProvider', name, document, sealed }, world)
  const taken = () => new Refusal('DuplicateProviderException', `${name} already exists in user pool ${pool.id}`)
  await world.store.decide([world.store.resources.add(resource, taken), ...claimIdentifiers(resource, world)])
  return { resource, details }
}
