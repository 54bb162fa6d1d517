import { toAttributes } from '../../../domain/user-attributes.ts'
import { adminCreateUser } from '../../../flows/users/admin-create-user.ts'
import { resendInvitation } from '../../../flows/users/resend-invitation.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { validationData } from '../validation-data.ts'
import { userView } from '../views/user.ts'

export const AdminCreateUser = operation('AdminCreateUser', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const { Username: username, TemporaryPassword: temporaryPassword, DesiredDeliveryMediums: mediums } = input
  const common = { pool, username, temporaryPassword, mediums }
  if (input.MessageAction === 'RESEND')
    return { User: userView(await resendInvitation({ ...common, clientMetadata: input.ClientMetadata }, context)) }
  const creation = {
    ...common,
    attributes: toAttributes(input.UserAttributes),
    forceAliasCreation: input.ForceAliasCreation ?? false,
    suppressed: input.MessageAction === 'SUPPRESS',
    told: { validationData: validationData(input.ValidationData), clientMetadata: input.ClientMetadata },
  }
  return { User: userView(await adminCreateUser(creation, context)) }
})
