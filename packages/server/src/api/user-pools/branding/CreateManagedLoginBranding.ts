import { addBranding } from '../../../flows/branding/brandings.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { brandingView } from '../views/branding.ts'

export const CreateManagedLoginBranding = operation(
  'CreateManagedLoginBranding',
  'operator',
  async (input, context) => {
    const pool = await operatorPool(input.UserPoolId, context)
    return { ManagedLoginBranding: brandingView(await addBranding(input, pool, context)) }
  },
)
