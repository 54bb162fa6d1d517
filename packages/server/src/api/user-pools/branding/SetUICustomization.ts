import { setUICustomization } from '../../../flows/branding/set-ui-customization.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { uiCustomizationView } from '../views/ui-customization.ts'

export const SetUICustomization = operation('SetUICustomization', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { UICustomization: uiCustomizationView(await setUICustomization(input, pool.id, context)) }
})
