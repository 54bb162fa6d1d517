import { addTerms } from '../../../flows/terms/add-terms.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { termsView } from '../views/terms.ts'

export const CreateTerms = operation('CreateTerms', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { Terms: termsView(await addTerms(input, pool, context)) }
})
