import { addToGroup } from '../../../flows/groups/add-to-group.ts'
import { operation } from '../../operation.ts'
import { operatorGroupAndUser } from './operator-group-and-user.ts'

export const AdminAddUserToGroup = operation('AdminAddUserToGroup', 'operator', async (input, context) => {
  const { user, group } = await operatorGroupAndUser(input, context)
  await addToGroup(user, group, context)
  return {}
})
