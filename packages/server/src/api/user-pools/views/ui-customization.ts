import type { UICustomizationType } from '@cognate/wire/user-pools.ts'
import type { PoolResource } from '../../../domain/pool-resource.ts'

export function uiCustomizationView(customization: PoolResource<'UICustomization'>): UICustomizationType {
  const { poolId, name, document, createdAt, modifiedAt } = customization
  return {
    UserPoolId: poolId,
    ClientId: name,
    CSS: document.CSS,
    CSSVersion: versionOf(modifiedAt),
    CreationDate: new Date(createdAt),
    LastModifiedDate: new Date(modifiedAt),
  }
}

/** The instant of the last change as AWS writes it: `20260131235959`. */
const versionOf = (instant: number) => new Date(instant).toISOString().replaceAll(/\D/g, '').slice(0, 14)
