import { removeBranding } from '../../../flows/branding/brandings.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const DeleteManagedLoginBranding = operation(
  'DeleteManagedLoginBranding',
  'operator',
  async (input, context) => {
    const pool = await operatorPool(input.UserPoolId, context)
    await removeBranding(pool.id, input.ManagedLoginBrandingId, context)
    return {}
  },
)
