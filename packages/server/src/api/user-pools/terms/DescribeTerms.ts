import { findTerms } from '../../../flows/terms/terms.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { termsView } from '../views/terms.ts'

export const DescribeTerms = operation('DescribeTerms', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { Terms: termsView(await findTerms(pool.id, input.TermsId, context)) }
})
