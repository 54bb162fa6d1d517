/** What is left of a second's limit on this node. */
export interface Bucket {
  left: number
  /** There is no more in this second. */
  dry: boolean
  filling?: Promise<void>
}

/** All that is known of a second. When it is over, all of it is forgotten. */
export interface Second {
  /** Since 1970. */
  readonly number: number
  readonly buckets: Map<string, Bucket>
  /** What was set for accounts, as it was when the second began. */
  readonly limits: Map<string, Promise<ReadonlyMap<string, number>>>
}

export const newSecond = (number: number): Second => ({ number, buckets: new Map(), limits: new Map() })
