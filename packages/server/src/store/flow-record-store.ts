import type { FlowRecord } from '../domain/flow-record.ts'
import type { Statement } from './statement.ts'

/** What was recorded of flows. */
export interface FlowRecords {
  add(records: readonly FlowRecord[]): readonly Statement[]
  /** The ids of flows, once a record, the newest first. */
  find(wanted: WantedFlows): Promise<readonly string[]>
  /** The pools that have records, at most `limit`. */
  pools(limit: number): Promise<readonly string[]>
  /** Records of these flows, the newest first. */
  of(flowIds: readonly string[], account: string | undefined, limit: number): Promise<readonly FlowRecord[]>
  /** Deletes records from before an instant, at most `limit`; gives the number deleted. */
  forget(before: number, limit: number): Promise<number>
  /** Deletes the oldest beyond the newest so many, at most `limit`; gives the number deleted. */
  trim(keep: number, limit: number): Promise<number>
}

export interface WantedFlows {
  /** Those of every account where it is left out. */
  readonly account?: string | undefined
  readonly clientId?: string | undefined
  /** Any of these digests. */
  readonly who?: readonly string[] | undefined
  readonly since?: number | undefined
  readonly limit: number
}
