import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { poolView } from '../views/pool.ts'

export const DescribeUserPool = operation('DescribeUserPool', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { UserPool: poolView(pool, await context.store.pools.estimatedUsers(pool.id)) }
})
