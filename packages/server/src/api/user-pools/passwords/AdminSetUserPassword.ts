import { adminSetPassword } from '../../../flows/passwords/admin-set-password.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminSetUserPassword = operation('AdminSetUserPassword', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const { Username: username, Password: password, Permanent: permanent = false } = input
  await adminSetPassword({ pool, username }, { password, permanent }, context)
  return {}
})
