import { providerNotFound } from '../../../domain/refusals.ts'
import { findProvider } from '../../../flows/providers/identity-provider.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { providerView } from '../views/provider.ts'

export const GetIdentityProviderByIdentifier = operation(
  'GetIdentityProviderByIdentifier',
  'operator',
  async (input, context) => {
    const pool = await operatorPool(input.UserPoolId, context)
    const lead = await context.store.resources.find(pool.id, 'IdpIdentifier', input.IdpIdentifier)
    if (!lead) throw providerNotFound(input.IdpIdentifier)
    return { IdentityProvider: providerView(await findProvider(pool.id, lead.document.ProviderName, context)) }
  },
)
