import { requireBySub } from '../../../flows/find-user.ts'
import { removeUser } from '../../../flows/users/remove-user.ts'
import { operation } from '../../operation.ts'

export const DeleteUser = operation('DeleteUser', 'user', async (_input, context) => {
  const { pool, user } = context.caller
  await removeUser(() => requireBySub(pool, user.sub, context), context)
  return {}
})
