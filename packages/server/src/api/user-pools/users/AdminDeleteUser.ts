import { requireUser } from '../../../flows/find-user.ts'
import { removeUser } from '../../../flows/users/remove-user.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminDeleteUser = operation('AdminDeleteUser', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  await removeUser(() => requireUser(pool, input.Username, context), context)
  return {}
})
