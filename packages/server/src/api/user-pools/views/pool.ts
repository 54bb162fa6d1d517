import type { UserPoolDescriptionType, UserPoolType } from '@cognate/wire/user-pools.ts'
import type { Pool } from '../../../domain/pool.ts'

/** The pool as CreateUserPool and DescribeUserPool give it. */
export function poolView(pool: Pool, estimatedUsers: number): UserPoolType {
  const { PoolName, Schema, ...settings } = pool.settings
  return {
    ...settings,
    Id: pool.id,
    Name: PoolName,
    SchemaAttributes: Schema,
    Arn: poolArn(pool),
    CreationDate: new Date(pool.createdAt),
    LastModifiedDate: new Date(pool.modifiedAt),
    EstimatedNumberOfUsers: estimatedUsers,
  }
}

export function poolSummaryView(pool: Pool): UserPoolDescriptionType {
  return {
    Id: pool.id,
    Name: pool.settings.PoolName,
    LambdaConfig: pool.settings.LambdaConfig,
    CreationDate: new Date(pool.createdAt),
    LastModifiedDate: new Date(pool.modifiedAt),
  }
}

export function poolArn({ region, account, id }: Pool): string {
  return `arn:aws:cognito-idp:${region}:${account}:userpool/${id}`
}
