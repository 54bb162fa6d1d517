/** Calls of one pool that were written together. Whom they are about and what happened can be read with the keys alone. */
export interface FlowRecord {
  readonly poolId: string
  readonly id: string
  readonly account: string
  /** When it was written. */
  readonly at: number
  readonly sealed: string
}
