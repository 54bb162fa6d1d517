import type { PoolResource } from '../../domain/pool-resource.ts'
import type { ProviderDetails } from '../../domain/provider-details.ts'
import { providerNotFound } from '../../domain/refusals.ts'
import type { World } from '../world.ts'

/** A provider with its details in clear. */
export interface IdentityProvider {
  readonly resource: PoolResource<'IdentityProvider'>
  readonly details: ProviderDetails
}

export async function findProvider(
  poolId: string,
  name: string,
  { store, sealer }: Pick<World, 'store' | 'sealer'>,
): Promise<IdentityProvider> {
  const resource = await store.resources.find(poolId, 'IdentityProvider', name)
  if (!resource) throw providerNotFound(name)
  const text = sealer.unseal(resource.sealed ?? '', detailsContext(poolId, name)).toString()
  return { resource, details: JSON.parse(text) as ProviderDetails }
}

export function sealedDetails(
  { poolId, name }: Pick<PoolResource, 'poolId' | 'name'>,
  details: ProviderDetails,
  { sealer }: Pick<World, 'sealer'>,
): string {
  return sealer.seal(JSON.stringify(details), detailsContext(poolId, name))
}

const detailsContext = (poolId: string, name: string) => `identity-provider:${poolId}:${name}`
