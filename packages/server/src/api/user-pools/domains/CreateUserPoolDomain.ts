import { createDomain } from '../../../flows/domains/create-domain.ts'
import { publicHost } from '../../../flows/site.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { changedDomainView } from '../views/domain.ts'

export const CreateUserPoolDomain = operation('CreateUserPoolDomain', 'operator', async (input, context) => {
  const domain = await createDomain(() => operatorPool(input.UserPoolId, context), input, context)
  return changedDomainView(domain, publicHost(context.site))
})
