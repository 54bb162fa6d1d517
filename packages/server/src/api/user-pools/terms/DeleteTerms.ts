import { deleteTerms } from '../../../flows/terms/delete-terms.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const DeleteTerms = operation('DeleteTerms', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  await deleteTerms(pool.id, input.TermsId, context)
  return {}
})
