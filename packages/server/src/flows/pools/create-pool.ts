import type { CreateUserPoolRequest } from '@cognate/wire/user-pools.ts'
import { pinnedPoolId } from '../../domain/pinned-ids.ts'
import { settingsOfNewPool } from '../../domain/pool-settings.ts'
import type { Place, Pool } from '../../domain/pool.ts'
import { invalid, tooManyInAccount } from '../../domain/refusals.ts'
import { resourceLimit } from '../quotas/resource-limit.ts'
import { addSigningKey } from '../tokens/signing-keys.ts'
import type { World } from '../world.ts'

const alphanumerics = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A new pool with its two signing keys, in one decision. */
export async function createPool(requested: CreateUserPoolRequest, place: Place, world: World): Promise<Pool> {
  const { store, clock } = world
  const id = poolId(requested, place, world)
  const now = clock.now()
  const pool: Pool = {
    id,
    account: place.account,
    region: place.region,
    settings: settingsOfNewPool(requested, place),
    createdAt: now,
    modifiedAt: now,
    version: 1,
  }
  const keys = await Promise.all([addSigningKey(id, 'id', world), addSigningKey(id, 'access', world)])
  const limit = await resourceLimit('UserPools', place, world)
  await store.decide([
    store.pools.holdAccount(place),
    store.pools.add(pool, () => invalid(`User pool id ${id} is already taken.`)),
    ...keys,
    store.pools.atMost(place, { limit, tooMany: () => tooManyInAccount(limit, 'user pools') }),
  ])
  return pool
}

function poolId({ UserPoolTags }: CreateUserPoolRequest, { region }: Place, { site, random }: World): string {
  const pinned = site.allowPinnedIds ? pinnedPoolId(UserPoolTags, region) : undefined
  return pinned ?? `${region}_${random.text(9, alphanumerics)}`
}
