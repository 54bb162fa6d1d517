import { operation } from '../../operation.ts'
import { authFactorsView } from '../views/auth-factors.ts'

export const GetUserAuthFactors = operation('GetUserAuthFactors', 'user', async (_input, { caller: { pool, user } }) =>
  authFactorsView(pool, user),
)
