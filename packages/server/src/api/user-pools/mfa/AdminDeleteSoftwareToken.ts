import { deleteSoftwareToken } from '../../../flows/mfa/delete-software-token.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminDeleteSoftwareToken = operation('AdminDeleteSoftwareToken', 'operator', async (input, context) => {
  await deleteSoftwareToken(await operatorPool(input.UserPoolId, context), input.Username, context)
  return {}
})
