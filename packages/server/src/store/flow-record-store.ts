import type { FlowRecord } from '../domain/flow-record.ts'
import type { Page } from './page.ts'
import type { Statement } from './statement.ts'

/** What was recorded of flows. */
export interface FlowRecords {
  add(record: FlowRecord): Statement
  /** The newest first; those of every account where it is left out. */
  list(
    account: string | undefined,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<Page<FlowRecord>>
  /** Deletes records from before an instant, at most `limit`; gives the number deleted. */
  forget(before: number, limit: number): Promise<number>
  /** Deletes the oldest beyond so many characters of the newest, at most `limit`; gives the number deleted. */
  trim(characters: number, limit: number): Promise<number>
}
