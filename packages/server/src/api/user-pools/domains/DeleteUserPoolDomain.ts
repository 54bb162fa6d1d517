import { deleteDomain } from '../../../flows/domains/delete-domain.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const DeleteUserPoolDomain = operation('DeleteUserPoolDomain', 'operator', async (input, context) => {
  await deleteDomain(await operatorPool(input.UserPoolId, context), input.Domain, context)
  return {}
})
