import type { Place } from '../domain/pool.ts'
import type { Statement } from './statement.ts'

/** What accounts may have and do in a Region, where that is not the standard, and how much of this second and day is used. */
export interface Quotas {
  /** What was set, by the name of the quota. */
  list(place: Place): Promise<ReadonlyMap<string, number>>
  find(place: Place, name: string): Promise<number | undefined>
  /** The last one to set it wins. */
  set(place: Place, name: string, value: number): Statement
  /** Takes as many of what is left of a second's limit, for all nodes, as are wanted; gives how many it got. */
  lease(lease: RateLease): Promise<number>
  /** Refuses where as many were counted in the day as may be. */
  countEmail(place: Place, count: EmailCount, refused: () => Error): Statement
}

/** One e-mail of a day. */
export interface EmailCount {
  readonly now: number
  readonly endsAt: number
  readonly limit: number
}

export interface RateLease {
  readonly place: Place
  readonly bucket: string
  /** Since 1970. A node whose clock is a little behind takes from the second that the others have reached. */
  readonly second: number
  readonly limit: number
  readonly wanted: number
}
