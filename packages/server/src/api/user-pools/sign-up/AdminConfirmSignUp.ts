import { adminConfirmSignUp } from '../../../flows/sign-up/admin-confirm-sign-up.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminConfirmSignUp = operation('AdminConfirmSignUp', 'operator', async (input, context) => {
  await adminConfirmSignUp(await operatorPool(input.UserPoolId, context), input.Username, context)
  return {}
})
