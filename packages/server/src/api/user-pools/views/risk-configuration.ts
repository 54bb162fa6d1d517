import type { RiskConfigurationType } from '@cognate/wire/user-pools.ts'
import { allClients, type PoolResource } from '../../../domain/pool-resource.ts'

export function riskConfigurationView({
  poolId,
  name,
  document,
  modifiedAt,
}: PoolResource<'RiskConfiguration'>): RiskConfigurationType {
  return {
    UserPoolId: poolId,
    ClientId: name === allClients ? undefined : name,
    ...document,
    LastModifiedDate: new Date(modifiedAt),
  }
}
