import { operation } from '../../operation.ts'
import { operatorGroupAndUser } from './operator-group-and-user.ts'

/** Whoever is not in the group is not in it afterwards either. */
export const AdminRemoveUserFromGroup = operation('AdminRemoveUserFromGroup', 'operator', async (input, context) => {
  const { user, group } = await operatorGroupAndUser(input, context)
  await context.store.decide([context.store.groups.leave(user, group)])
  return {}
})
