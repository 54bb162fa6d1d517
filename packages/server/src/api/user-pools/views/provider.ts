import type { IdentityProviderType, ProviderDescription } from '@cognate/wire/user-pools.ts'
import type { PoolResource } from '../../../domain/pool-resource.ts'
import { describedDetails } from '../../../domain/provider-details.ts'
import type { IdentityProvider } from '../../../flows/providers/identity-provider.ts'

export function providerView({ resource, details }: IdentityProvider): IdentityProviderType {
  const { poolId, document } = resource
  return {
    UserPoolId: poolId,
    ...document,
    ...providerSummaryView(resource),
    ProviderDetails: describedDetails(document.ProviderType, details),
  }
}

export function providerSummaryView({
  name,
  document,
  createdAt,
  modifiedAt,
}: PoolResource<'IdentityProvider'>): ProviderDescription {
  return {
    ProviderName: name,
    ProviderType: document.ProviderType,
    LastModifiedDate: new Date(modifiedAt),
    CreationDate: new Date(createdAt),
  }
}
