import { publicHost } from '../../../flows/site.ts'
import { isServedIn } from '../../../domain/secondary-region.ts'
import { operation } from '../../operation.ts'
import { domainView } from '../views/domain.ts'

/** A domain that is not there, or is another's, is described by nothing at all, as AWS does. */
export const DescribeUserPoolDomain = operation('DescribeUserPoolDomain', 'operator', async (input, context) => {
  const { store, caller, site, clock } = context
  const domain = await store.domains.find(input.Domain)
  const pool = domain && (await store.pools.find(domain.poolId))
  if (!pool || pool.account !== caller.account) return { DomainDescription: {} }
  if (!isServedIn(caller.region, caller.operation, pool, clock.now())) return { DomainDescription: {} }
  return { DomainDescription: domainView(domain, pool, publicHost(site)) }
})
