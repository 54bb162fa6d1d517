import { poolIn } from '../../../domain/pool-replica.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { poolView } from '../views/pool.ts'

export const DescribeUserPool = operation('DescribeUserPool', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const { pools, domains } = context.store
  const [users, named] = await Promise.all([pools.estimatedUsers(pool.id), domains.ofPool(pool.id)])
  return { UserPool: poolView(poolIn(context.caller.region, pool), users, named) }
})
