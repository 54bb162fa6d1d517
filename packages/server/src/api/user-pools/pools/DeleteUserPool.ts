import { deletePool } from '../../../flows/pools/delete-pool.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const DeleteUserPool = operation('DeleteUserPool', 'operator', async (input, context) => {
  await deletePool(() => operatorPool(input.UserPoolId, context), context)
  return {}
})
