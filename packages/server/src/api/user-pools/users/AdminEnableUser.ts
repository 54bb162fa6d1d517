import { enableUser } from '../../../flows/users/enable-user.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminEnableUser = operation('AdminEnableUser', 'operator', async (input, context) => {
  await enableUser(await operatorPool(input.UserPoolId, context), input.Username, true, context)
  return {}
})
