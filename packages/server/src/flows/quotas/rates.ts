import type { Place } from '../../domain/pool.ts'
import type { Demand } from '../../domain/rate-demands.ts'

/** How much accounts still may ask in this second. */
export interface Rates {
  /** Takes one of what is demanded; tells whether there was one left, at once where this node knows. */
  take(place: Place, demand: Demand): boolean | Promise<boolean>
  /** Whose a client is; undefined where there is no such client. */
  placeOfClient(clientId: string): Promise<Place | undefined>
  /** Whole seconds until there is more, one at least. */
  secondsToWait(): number
}
