/** What was written at one time of a flow. Whom it is about and what happened can be read with the keys alone. */
export interface FlowRecord {
  readonly poolId: string
  readonly id: string
  readonly flowId: string
  readonly account: string
  /** None where an administrator acts without a client. */
  readonly clientId: string | undefined
  /** A digest of the user's sub, or of a name that led to nobody. */
  readonly who: string | undefined
  readonly at: number
  readonly sealed: string
}
