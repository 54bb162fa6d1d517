import type { Pool } from '../../../domain/pool.ts'
import { invalid } from '../../../domain/refusals.ts'
import type { Context } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { poolArn } from '../views/pool.ts'

/** The pool an ARN names; one of another account or region is not there. */
export async function taggedPool(arn: string, context: Context<'operator'>): Promise<Pool> {
  const [, poolId] = /^arn:[^:]+:cognito-idp:[^:]*:\d+:userpool\/([\w-]{1,55})$/.exec(arn) ?? []
  if (poolId === undefined) throw invalid(`${arn} is not the ARN of a user pool.`)
  const pool = await operatorPool(poolId, context)
  if (poolArn(pool) !== arn) throw invalid(`${arn} is not the ARN of a user pool of this account and Region.`)
  return pool
}
