import { toAttributes } from '../../../domain/user-attributes.ts'
import { changeAttributes } from '../../../flows/attributes/change-attributes.ts'
import { requireBySub } from '../../../flows/find-user.ts'
import { operation } from '../../operation.ts'

export const UpdateUserAttributes = operation('UpdateUserAttributes', 'user', async (input, context) => {
  const { pool, client, user } = context.caller
  const find = () => requireBySub(pool, user.sub, context)
  const change = toAttributes(input.UserAttributes)
  const changing = { pool, client, find, change, clientMetadata: input.ClientMetadata }
  return { CodeDeliveryDetailsList: await changeAttributes(changing, context) }
})
