import { allClients } from '../../../domain/pool-resource.ts'
import { clientStays } from '../../../flows/clients/client-stays.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { uiCustomizationView } from '../views/ui-customization.ts'

/** The client's own, or else everybody's, or else nothing. */
export const GetUICustomization = operation('GetUICustomization', 'operator', async (input, context) => {
  const { store } = context
  const { id } = await operatorPool(input.UserPoolId, context)
  const name = input.ClientId ?? allClients
  await clientStays(id, name, context)
  const own = await store.resources.find(id, 'UICustomization', name)
  const customization = own ?? (await store.resources.find(id, 'UICustomization', allClients))
  return { UICustomization: customization ? uiCustomizationView(customization) : {} }
})
