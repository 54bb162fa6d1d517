import type { ResourceServerType } from '@cognate/wire/user-pools.ts'
import type { PoolResource } from '../../../domain/pool-resource.ts'

export function resourceServerView({ poolId, name, document }: PoolResource<'ResourceServer'>): ResourceServerType {
  return { UserPoolId: poolId, Identifier: name, ...document }
}
