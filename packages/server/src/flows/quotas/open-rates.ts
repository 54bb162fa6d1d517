import type { World } from '../world.ts'
import { grantsBy, type Lessor } from './grants.ts'
import { placesOfClients } from './places-of-clients.ts'
import type { Rates } from './rates.ts'
import { newSecond, type Bucket, type Second } from './second.ts'

/**
 * Counts whole seconds of the clock. Nodes that share a store lease from it what they give out, in batches; what a node
 * does not use of its batches is lost with the second. Where the store is slow, calls wait for a lease as they wait for
 * it in all else, and where it fails, they fail with it.
 */
export function openRates(lessor: Lessor, { store, clock }: Pick<World, 'store' | 'clock'>): Rates {
  const grants = grantsBy(lessor, store)
  let second = newSecond(-1)
  return {
    take(place, demand) {
      const number = Math.floor(clock.now() / 1000)
      if (number !== second.number) second = newSecond(number)
      const bucket = bucketOf(second, `${place.account} ${place.region} ${demand.bucket}`)
      if (bucket.left > 0 || bucket.dry) return taken(bucket)
      const now = second
      return takenOnceFilled(bucket, () => grants(now, place, demand))
    },
    placeOfClient: placesOfClients(store),
    secondsToWait: () => Math.max(1, Math.ceil(second.number + 1 - clock.now() / 1000)),
  }
}

/** All who wait for the same bucket wait for one grant; it is theirs even if its second is over by then. */
async function takenOnceFilled(bucket: Bucket, grant: () => Promise<Pick<Bucket, 'left' | 'dry'>>): Promise<boolean> {
  while (bucket.left === 0 && !bucket.dry) {
    bucket.filling ??= fill(bucket, grant)
    await bucket.filling
  }
  return taken(bucket)
}

async function fill(bucket: Bucket, grant: () => Promise<Pick<Bucket, 'left' | 'dry'>>): Promise<void> {
  try {
    Object.assign(bucket, await grant())
  } finally {
    delete bucket.filling
  }
}

function taken(bucket: Bucket): boolean {
  if (bucket.left === 0) return false
  bucket.left -= 1
  return true
}

function bucketOf({ buckets }: Second, key: string): Bucket {
  const known = buckets.get(key)
  if (known) return known
  const bucket: Bucket = { left: 0, dry: false }
  buckets.set(key, bucket)
  return bucket
}
