import { requireGroup } from '../../../flows/groups/require-group.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { groupView } from '../views/group.ts'

export const GetGroup = operation('GetGroup', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { Group: groupView(await requireGroup(pool, input.GroupName, context)) }
})
