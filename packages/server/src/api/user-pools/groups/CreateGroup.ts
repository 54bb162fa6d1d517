import { groupSettings } from '../../../domain/group-settings.ts'
import { createGroup } from '../../../flows/groups/create-group.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { groupView } from '../views/group.ts'

export const CreateGroup = operation('CreateGroup', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const wanted = { name: input.GroupName, settings: groupSettings(input) }
  return { Group: groupView(await createGroup(pool, wanted, context)) }
})
