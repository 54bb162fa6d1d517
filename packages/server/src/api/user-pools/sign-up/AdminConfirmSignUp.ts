import { adminConfirmSignUp } from '../../../flows/sign-up/admin-confirm-sign-up.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminConfirmSignUp = operation('AdminConfirmSignUp', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  await adminConfirmSignUp({ pool, username: input.Username, clientMetadata: input.ClientMetadata }, context)
  return {}
})
