import type { Place } from '../../domain/pool.ts'
import type { Demand } from '../../domain/rate-demands.ts'
import { rateQuotas } from '../../domain/rate-quotas.ts'
import type { World } from '../world.ts'
import { placesOfClients } from './places-of-clients.ts'
import type { Rates } from './rates.ts'

/** Who gives out what there is in a second: one process alone, or a store to the nodes that share it. */
export type Lessor = 'process' | 'store'

/** What is left of a second's limit on this node. */
interface Bucket {
  left: number
  /** There is no more in this second. */
  dry: boolean
  leasing?: Promise<void>
}

/** All that is known of a second. When it is over, all of it is forgotten. */
interface Second {
  readonly number: number
  readonly buckets: Map<string, Bucket>
  readonly limits: Map<string, Promise<ReadonlyMap<string, number>>>
}

/** A tenth of a second's limit at a time: few writes, and no node keeps much that another could use. */
const [leasesASecond, smallestLease] = [10, 3]

/**
 * Counts whole seconds of the clock. Nodes that share a store lease from it what they give out, in batches; what a node
 * does not use of its batches is lost with the second. Where the store is slow, calls wait for a lease as they wait for
 * it in all else, and where it fails, they fail with it.
 */
export function openRates(lessor: Lessor, { store, clock }: Pick<World, 'store' | 'clock'>): Rates {
  let second: Second = newSecond(-1)

  function present(): Second {
    const number = Math.floor(clock.now() / 1000)
    if (number !== second.number) second = newSecond(number)
    return second
  }

  /** What was set counts from the next second on. */
  async function limitOf({ limits }: Second, place: Place, { limit }: Demand): Promise<number> {
    if (typeof limit === 'number') return limit
    const key = `${place.account} ${place.region}`
    const given = limits.get(key) ?? store.quotas.list(place)
    limits.set(key, given)
    return ((await given).get(limit.of) ?? rateQuotas[limit.of].standard) * limit.times
  }

  async function lease(now: Second, bucket: Bucket, place: Place, demand: Demand): Promise<void> {
    const limit = await limitOf(now, place, demand)
    const shared = lessor === 'store' && demand.reach === 'account'
    const wanted = shared ? Math.min(limit, Math.max(smallestLease, Math.ceil(limit / leasesASecond))) : limit
    const granted = shared
      ? await store.quotas.lease({ place, bucket: demand.bucket, second: now.number, limit, wanted })
      : limit
    bucket.left = granted
    bucket.dry = !shared || granted < wanted
  }

  return {
    async take(place, demand) {
      const now = present()
      const bucket = bucketOf(now, `${place.account} ${place.region} ${demand.bucket}`)
      while (bucket.left === 0 && !bucket.dry) {
        bucket.leasing ??= lease(now, bucket, place, demand).finally(() => delete bucket.leasing)
        await bucket.leasing
      }
      if (bucket.left === 0) return false
      bucket.left -= 1
      return true
    },
    placeOfClient: placesOfClients(store),
    secondsToWait: () => Math.max(1, Math.ceil(second.number + 1 - clock.now() / 1000)),
  }
}

const newSecond = (number: number): Second => ({ number, buckets: new Map(), limits: new Map() })

function bucketOf({ buckets }: Second, key: string): Bucket {
  const known = buckets.get(key)
  if (known) return known
  const bucket: Bucket = { left: 0, dry: false }
  buckets.set(key, bucket)
  return bucket
}
