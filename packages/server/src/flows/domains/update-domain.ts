import type { UpdateUserPoolDomainRequest } from '@cognate/wire/user-pools.ts'
import { checkDomain } from '../../domain/domain-rules.ts'
import { isCustom, type PoolDomain } from '../../domain/pool-domain.ts'
import type { Pool } from '../../domain/pool.ts'
import { invalid } from '../../domain/refusals.ts'
import { settled } from '../../store/settled.ts'
import { publicHost } from '../site.ts'
import type { World } from '../world.ts'
import { domainOf } from './domain-of.ts'

/** What the request does not name stays; a prefix does not become a custom domain. */
export function updateDomain(
  find: () => Promise<Pool>,
  requested: UpdateUserPoolDomainRequest,
  world: World,
): Promise<PoolDomain> {
  const { store, clock, site } = world
  return settled(async () => {
    const pool = await find()
    const domain = await domainOf(pool, requested.Domain, world)
    if (requested.CustomDomainConfig && !isCustom(domain))
      throw invalid('A prefix domain cannot be given the configuration of a custom domain.')
    const updated = { ...domain, settings: settingsAfter(domain, requested), modifiedAt: clock.now() }
    checkDomain(updated, pool, publicHost(site))
    await store.decide([store.pools.save(pool), store.domains.save(updated)])
    return updated
  })
}

function settingsAfter({ settings }: PoolDomain, requested: UpdateUserPoolDomainRequest): PoolDomain['settings'] {
  return {
    ManagedLoginVersion: requested.ManagedLoginVersion ?? settings.ManagedLoginVersion,
    CustomDomainConfig: requested.CustomDomainConfig ?? settings.CustomDomainConfig,
    Routing: requested.Routing ?? settings.Routing,
  }
}
