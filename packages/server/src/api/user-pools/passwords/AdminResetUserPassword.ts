import { adminResetPassword } from '../../../flows/passwords/admin-reset-password.ts'
import { withoutDeliveryFailure } from '../../../flows/users/without-delivery-failure.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminResetUserPassword = operation('AdminResetUserPassword', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const reset = { pool, username: input.Username, clientMetadata: input.ClientMetadata }
  await withoutDeliveryFailure(() => adminResetPassword(reset, context))
  return {}
})
