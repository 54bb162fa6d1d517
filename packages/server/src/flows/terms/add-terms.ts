import type { CreateTermsRequest } from '@cognate/wire/user-pools.ts'
import { ownedByClient } from '../../domain/pool-resource.ts'
import type { Pool } from '../../domain/pool.ts'
import { newTerms } from '../../domain/terms.ts'
import { settled } from '../../store/settled.ts'
import { clientStays } from '../clients/client-stays.ts'
import { mostInPool } from '../quotas/most-in-pool.ts'
import { newResource } from '../resources/add-resource.ts'
import type { World } from '../world.ts'
import { leadTo, termsExist, type Terms } from './terms.ts'

/** Terms of a client that has none of that name. */
export function addTerms(requested: CreateTermsRequest, pool: Pool, world: World): Promise<Terms> {
  const poolId = pool.id
  const { resources, decide } = world.store
  const document = newTerms(requested)
  const owner = ownedByClient(requested.ClientId)
  return settled(async () => {
    const holding = await clientStays(poolId, requested.ClientId, world)
    const most = await mostInPool('Terms', pool, world)
    const terms = newResource({ poolId, kind: 'Terms', name: world.random.uuid(), owner, document }, world)
    await decide([
      ...holding,
      resources.add(leadTo(terms, world), () => termsExist(document)),
      resources.add(terms, () => new Error('An id of terms came twice')),
      resources.atMost(poolId, 'Terms', most),
    ])
    return terms
  })
}
