import type { CreateUserPoolDomainResponse, DomainDescriptionType } from '@cognate/wire/user-pools.ts'
import { isCustom, type PoolDomain } from '../../../domain/pool-domain.ts'
import type { Pool } from '../../../domain/pool.ts'

/** A domain as it is described; `host` is where an alias record of a custom domain must lead. */
export function domainView({ domain, poolId, settings }: PoolDomain, pool: Pool, host: string): DomainDescriptionType {
  return {
    ...settings,
    UserPoolId: poolId,
    AWSAccountId: pool.account,
    Domain: domain,
    CloudFrontDistribution: host,
    Status: 'ACTIVE',
  }
}

/** What making or changing one answers. */
export function changedDomainView(domain: PoolDomain, host: string): CreateUserPoolDomainResponse {
  const { ManagedLoginVersion, Routing } = domain.settings
  return { ManagedLoginVersion, Routing, CloudFrontDomain: isCustom(domain) ? host : undefined }
}
