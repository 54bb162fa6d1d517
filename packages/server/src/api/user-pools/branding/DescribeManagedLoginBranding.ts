import { findBranding } from '../../../flows/branding/brandings.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { brandingView } from '../views/branding.ts'

/** There are no values of our own that ReturnMergedResources could add. */
export const DescribeManagedLoginBranding = operation(
  'DescribeManagedLoginBranding',
  'operator',
  async (input, context) => {
    const pool = await operatorPool(input.UserPoolId, context)
    return { ManagedLoginBranding: brandingView(await findBranding(pool.id, input.ManagedLoginBrandingId, context)) }
  },
)
