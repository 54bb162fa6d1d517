import { updateDomain } from '../../../flows/domains/update-domain.ts'
import { publicHost } from '../../../flows/site.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { changedDomainView } from '../views/domain.ts'

export const UpdateUserPoolDomain = operation('UpdateUserPoolDomain', 'operator', async (input, context) => {
  const domain = await updateDomain(() => operatorPool(input.UserPoolId, context), input, context)
  return changedDomainView(domain, publicHost(context.site))
})
