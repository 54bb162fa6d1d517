import { requireUser } from '../../../flows/find-user.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { authFactorsView } from '../views/auth-factors.ts'

export const AdminGetUserAuthFactors = operation('AdminGetUserAuthFactors', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return authFactorsView(pool, await requireUser(pool, input.Username, context))
})
