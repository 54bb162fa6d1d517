import { publicHost } from '../../../flows/site.ts'
import { operation } from '../../operation.ts'
import { domainView } from '../views/domain.ts'

/** A domain that is not there, or is another's, is described by nothing at all, as AWS does. */
export const DescribeUserPoolDomain = operation('DescribeUserPoolDomain', 'operator', async (input, context) => {
  const { store, caller, site } = context
  const domain = await store.domains.find(input.Domain)
  const pool = domain && (await store.pools.find(domain.poolId))
  if (!pool || pool.account !== caller.account || pool.region !== caller.region) return { DomainDescription: {} }
  return { DomainDescription: domainView(domain, pool, publicHost(site)) }
})
