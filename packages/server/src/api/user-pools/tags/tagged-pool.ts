import { checkChangedTags, type Tags } from '../../../domain/pool-tags.ts'
import type { Pool, PoolSettings } from '../../../domain/pool.ts'
import { invalid } from '../../../domain/refusals.ts'
import type { Context } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { poolArn } from '../views/pool.ts'

/** The pool an ARN names, by its own or by its replica's; one of another account or region is not there. */
export async function taggedPool(arn: string, context: Context<'operator'>): Promise<Pool> {
  const [, poolId] = /^arn:[^:]+:cognito-idp:[^:]*:\d+:userpool\/([\w-]{1,55})$/.exec(arn) ?? []
  if (poolId === undefined) throw invalid(`${arn} is not the ARN of a user pool.`)
  const pool = await operatorPool(poolId, context)
  if (!namesPool(arn, pool, context.caller.region) && !namesReplica(arn, pool))
    throw invalid(`${arn} is not the ARN of a user pool of this account and Region.`)
  return pool
}

export function tagsAt(arn: string, pool: Pool): Tags {
  const tagged = namesReplica(arn, pool) ? pool.settings.Replica : pool.settings
  return tagged?.UserPoolTags ?? {}
}

/** The pool's settings with other tags for what the ARN names. */
export function retaggedAt(arn: string, pool: Pool, tags: Tags): PoolSettings {
  const { settings } = pool
  const UserPoolTags = checkChangedTags(tagsAt(arn, pool), tags, invalid)
  if (!settings.Replica || !namesReplica(arn, pool)) return { ...settings, UserPoolTags }
  return { ...settings, Replica: { ...settings.Replica, UserPoolTags } }
}

const namesPool = (arn: string, pool: Pool, region: string) => pool.region === region && poolArn(pool) === arn

/** From both Regions: Terraform asks in the primary one for the tags of the replica [O]. */
const namesReplica = (arn: string, { id, account, settings: { Replica } }: Pool) =>
  Replica !== undefined && poolArn({ id, account, region: Replica.RegionName }) === arn
