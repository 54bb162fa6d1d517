import { missingParameter } from '../../../domain/refusals.ts'
import { updateBranding } from '../../../flows/branding/brandings.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { brandingView } from '../views/branding.ts'

/** The model asks for neither id, but there is nothing to update without them. */
export const UpdateManagedLoginBranding = operation(
  'UpdateManagedLoginBranding',
  'operator',
  async (input, context) => {
    const { UserPoolId, ManagedLoginBrandingId: id } = input
    if (UserPoolId === undefined) throw missingParameter('UserPoolId')
    if (id === undefined) throw missingParameter('ManagedLoginBrandingId')
    const pool = await operatorPool(UserPoolId, context)
    return { ManagedLoginBranding: brandingView(await updateBranding(input, pool.id, id, context)) }
  },
)
