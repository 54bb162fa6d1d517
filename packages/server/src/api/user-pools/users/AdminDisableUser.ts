import { enableUser } from '../../../flows/users/enable-user.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminDisableUser = operation('AdminDisableUser', 'operator', async (input, context) => {
  await enableUser(await operatorPool(input.UserPoolId, context), input.Username, false, context)
  return {}
})
