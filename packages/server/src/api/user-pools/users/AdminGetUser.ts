import { requireUser } from '../../../flows/find-user.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { userView } from '../views/user.ts'

export const AdminGetUser = operation('AdminGetUser', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const { Attributes, Username = '', ...rest } = userView(await requireUser(pool, input.Username, context))
  return { ...rest, Username, UserAttributes: Attributes }
})
