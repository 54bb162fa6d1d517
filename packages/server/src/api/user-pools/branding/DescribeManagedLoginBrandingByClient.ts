import { brandingOfClient } from '../../../flows/branding/brandings.ts'
import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'
import { brandingView } from '../views/branding.ts'

/** There are no values of our own that ReturnMergedResources could add. */
export const DescribeManagedLoginBrandingByClient = operation(
  'DescribeManagedLoginBrandingByClient',
  'operator',
  async (input, context) => {
    const { pool } = await operatorClient(input.UserPoolId, input.ClientId, context)
    return { ManagedLoginBranding: brandingView(await brandingOfClient(pool.id, input.ClientId, context)) }
  },
)
