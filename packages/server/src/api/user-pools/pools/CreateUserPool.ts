import { createPool } from '../../../flows/pools/create-pool.ts'
import { operation } from '../../operation.ts'
import { poolView } from '../views/pool.ts'

export const CreateUserPool = operation('CreateUserPool', 'operator', async (input, context) => {
  const pool = await createPool(input, context.caller, context)
  return { UserPool: poolView(pool, 0) }
})
