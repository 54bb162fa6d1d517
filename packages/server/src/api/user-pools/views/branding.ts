import type { ManagedLoginBrandingType } from '@cognate/wire/user-pools.ts'
import type { PoolResource } from '../../../domain/pool-resource.ts'

/** Settings only if there are some, assets in any case [O]. */
export function brandingView(branding: PoolResource<'ManagedLoginBranding'>): ManagedLoginBrandingType {
  const { poolId, name, document, createdAt, modifiedAt } = branding
  return {
    ManagedLoginBrandingId: name,
    UserPoolId: poolId,
    UseCognitoProvidedValues: document.UseCognitoProvidedValues,
    Settings: document.Settings,
    Assets: document.Assets,
    CreationDate: new Date(createdAt),
    LastModifiedDate: new Date(modifiedAt),
  }
}
