import type { CreateUserPoolDomainRequest } from '@cognate/wire/user-pools.ts'
import { checkDomain } from '../../domain/domain-rules.ts'
import { isCustom, type PoolDomain } from '../../domain/pool-domain.ts'
import type { Pool } from '../../domain/pool.ts'
import { invalid, tooManyInAccount } from '../../domain/refusals.ts'
import { settled } from '../../store/settled.ts'
import type { Statement } from '../../store/statement.ts'
import { resourceLimit } from '../quotas/resource-limit.ts'
import { publicHost } from '../site.ts'
import type { World } from '../world.ts'

/** At most one prefix and one custom domain a pool. */
export function createDomain(
  find: () => Promise<Pool>,
  requested: CreateUserPoolDomainRequest,
  { store, clock, site }: World,
): Promise<PoolDomain> {
  return settled(async () => {
    const pool = await find()
    const domain = newDomain(requested, pool.id, clock.now())
    checkDomain(domain, pool, publicHost(site))
    if ((await store.domains.ofPool(pool.id)).some((other) => isCustom(other) === isCustom(domain)))
      throw invalid('User pool already has a domain configured.')
    const taken = () => invalid('Domain already associated with another user pool.')
    // The pool is saved with it, so that no other change of its domains, nor its deletion, goes unseen.
    const added = [store.pools.save(pool), store.domains.add(domain, taken)]
    await store.decide(isCustom(domain) ? await asCustom(added, pool, { store }) : added)
    return domain
  })
}

/** As one of the custom domains that an account may have. */
async function asCustom(added: readonly Statement[], pool: Pool, { store }: Pick<World, 'store'>) {
  const limit = await resourceLimit('CustomDomains', pool, { store })
  const most = { limit, tooMany: () => tooManyInAccount(limit, 'custom domains') }
  return [store.pools.holdAccount(pool), ...added, store.domains.atMostCustom(pool, most)]
}

function newDomain(requested: CreateUserPoolDomainRequest, poolId: string, now: number): PoolDomain {
  const { Domain, ManagedLoginVersion = 1, CustomDomainConfig, Routing } = requested
  const settings = { ManagedLoginVersion, CustomDomainConfig, Routing }
  return { domain: Domain, poolId, settings, createdAt: now, modifiedAt: now, version: 1 }
}
