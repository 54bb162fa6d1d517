import { changeAttributes } from '../../../flows/attributes/change-attributes.ts'
import { requireBySub } from '../../../flows/find-user.ts'
import { operation } from '../../operation.ts'

export const DeleteUserAttributes = operation('DeleteUserAttributes', 'user', async (input, context) => {
  const { pool, client, user } = context.caller
  const find = () => requireBySub(pool, user.sub, context)
  const change = Object.fromEntries(input.UserAttributeNames.map((name) => [name, '']))
  await changeAttributes({ pool, client, find, change }, context)
  return {}
})
