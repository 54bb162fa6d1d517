import { groupSettings } from '../../../domain/group-settings.ts'
import { requireGroup } from '../../../flows/groups/require-group.ts'
import { updateGroup } from '../../../flows/groups/update-group.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { groupView } from '../views/group.ts'

export const UpdateGroup = operation('UpdateGroup', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const find = () => requireGroup(pool, input.GroupName, context)
  return { Group: groupView(await updateGroup(find, groupSettings(input), context)) }
})
