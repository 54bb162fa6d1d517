import type { Place } from '../../domain/pool.ts'
import type { Demand } from '../../domain/rate-demands.ts'
import { rateQuotas } from '../../domain/rate-quotas.ts'
import type { World } from '../world.ts'
import type { Bucket, Second } from './second.ts'

/** Who gives out what there is in a second: one process alone, or a store to the nodes that share it. */
export type Lessor = 'process' | 'store'

/** Gives a node some of what there is of a second's limit, or all of it. */
export type Grants = (now: Second, place: Place, demand: Demand) => Promise<Pick<Bucket, 'left' | 'dry'>>

/** A tenth of a second's limit at a time: few writes, and no node keeps much that another could use. */
const [leasesASecond, smallestLease] = [10, 3]

export function grantsBy(lessor: Lessor, { quotas }: World['store']): Grants {
  return async (now, place, demand) => {
    const limit = await limitOf(now, place, demand, quotas)
    if (lessor === 'process' || demand.reach === 'node') return { left: limit, dry: true }
    const wanted = Math.min(limit, Math.max(smallestLease, Math.ceil(limit / leasesASecond)))
    const left = await quotas.lease({ place, bucket: demand.bucket, second: now.number, limit, wanted })
    return { left, dry: left < wanted }
  }
}

/** What was set for the account, as it was when the second began, else the standard. */
async function limitOf(
  { limits }: Second,
  place: Place,
  { limit }: Demand,
  quotas: World['store']['quotas'],
): Promise<number> {
  if (typeof limit === 'number') return limit
  const key = `${place.account} ${place.region}`
  const given = limits.get(key) ?? quotas.list(place)
  limits.set(key, given)
  return ((await given).get(limit.of) ?? rateQuotas[limit.of].standard) * limit.times
}
