import { changeAttributes } from '../../../flows/attributes/change-attributes.ts'
import { requireUser } from '../../../flows/find-user.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminDeleteUserAttributes = operation('AdminDeleteUserAttributes', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const find = () => requireUser(pool, input.Username, context)
  const change = Object.fromEntries(input.UserAttributeNames.map((name) => [name, '']))
  await changeAttributes({ pool, find, change }, context)
  return {}
})
