import { toAttributes } from '../../../domain/user-attributes.ts'
import { changeAttributes } from '../../../flows/attributes/change-attributes.ts'
import { requireUser } from '../../../flows/find-user.ts'
import { withoutDeliveryFailure } from '../../../flows/users/without-delivery-failure.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminUpdateUserAttributes = operation('AdminUpdateUserAttributes', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const find = () => requireUser(pool, input.Username, context)
  const change = toAttributes(input.UserAttributes)
  const changing = { pool, find, change, clientMetadata: input.ClientMetadata }
  await withoutDeliveryFailure(() => changeAttributes(changing, context))
  return {}
})
