import type { UserPoolDescriptionType, UserPoolType } from '@cognate/wire/user-pools.ts'
import { isCustom, type PoolDomain } from '../../../domain/pool-domain.ts'
import type { Pool } from '../../../domain/pool.ts'

/** The pool as CreateUserPool and DescribeUserPool give it. */
export function poolView(pool: Pool, estimatedUsers: number, domains: readonly PoolDomain[] = []): UserPoolType {
  const { PoolName, Schema, Mfa: _, Sessions: __, Replica: ___, ...settings } = pool.settings
  return {
    ...settings,
    Id: pool.id,
    Name: PoolName,
    SchemaAttributes: Schema,
    Arn: poolArn(pool),
    CreationDate: new Date(pool.createdAt),
    LastModifiedDate: new Date(pool.modifiedAt),
    EstimatedNumberOfUsers: estimatedUsers,
    Domain: domains.find((domain) => !isCustom(domain))?.domain,
    CustomDomain: domains.find(isCustom)?.domain,
  }
}

export function poolSummaryView(pool: Pool): UserPoolDescriptionType {
  return {
    Id: pool.id,
    Name: pool.settings.PoolName,
    LambdaConfig: pool.settings.LambdaConfig,
    CreationDate: new Date(pool.createdAt),
    LastModifiedDate: new Date(pool.modifiedAt),
    ReplicaRegions: pool.settings.Replica && [pool.settings.Replica.RegionName],
  }
}

export function poolArn({ region, account, id }: Pick<Pool, 'region' | 'account' | 'id'>): string {
  return `arn:aws:cognito-idp:${region}:${account}:userpool/${id}`
}
