import { requireUser } from '../../../flows/find-user.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { mfaView } from '../views/mfa.ts'
import { userView } from '../views/user.ts'

export const AdminGetUser = operation('AdminGetUser', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const user = await requireUser(pool, input.Username, context)
  const { Attributes, Username = '', ...rest } = userView(user)
  return { ...rest, Username, UserAttributes: Attributes, ...mfaView(user) }
})
