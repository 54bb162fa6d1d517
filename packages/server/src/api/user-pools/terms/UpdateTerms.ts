import { updateTerms } from '../../../flows/terms/update-terms.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { termsView } from '../views/terms.ts'

export const UpdateTerms = operation('UpdateTerms', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { Terms: termsView(await updateTerms(input, pool.id, context)) }
})
