import { deleteGroup } from '../../../flows/groups/delete-group.ts'
import { requireGroup } from '../../../flows/groups/require-group.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const DeleteGroup = operation('DeleteGroup', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  await deleteGroup(await requireGroup(pool, input.GroupName, context), context)
  return {}
})
