import { boundedCache } from '../../crypto/bounded-cache.ts'
import type { Place } from '../../domain/pool.ts'
import type { World } from '../world.ts'
import type { Rates } from './rates.ts'

const mostKnown = 10_000

/** A client's account and Region are its pool's, and never change: each is read once. */
export function placesOfClients({ clients }: World['store']): Rates['placeOfClient'] {
  const known = boundedCache<Promise<Place | undefined>>(mostKnown)
  return async (clientId) => {
    try {
      const place = await known.getOrMake(clientId, async () => (await clients.findWithPool(clientId))?.pool)
      if (!place) known.forget(clientId)
      return place && { account: place.account, region: place.region }
    } catch (error) {
      known.forget(clientId)
      throw error
    }
  }
}
