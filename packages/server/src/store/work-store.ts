import type { ImportJob } from '../domain/import-job.ts'
import type { OutboxMessage } from '../domain/session.ts'
import type { Most } from './at-most.ts'
import type { Page } from './page.ts'
import type { Statement } from './statement.ts'

export interface Outbox {
  put(message: OutboxMessage): Statement
  /** Takes up to `limit` due messages for `leaseMs`; no other node takes them meanwhile. */
  take(now: number, limit: number, leaseMs: number): Promise<readonly OutboxMessage[]>
  /** Sent, failed for good, or due again later, as the message now says. */
  settle(message: OutboxMessage): Statement
  remove(id: string): Statement
  /** Newest first; of one instant, always in the same order. */
  list(filter: { readonly recipientDigest?: string; readonly limit: number }): Promise<readonly OutboxMessage[]>
  /** How many wait to be sent. */
  waiting(): Promise<number>
  /** Deletes all but the newest so many; those that wait to be sent stay. */
  trim(keep: number): Statement
  /** Deletes all but those that wait to be sent. */
  clear(): Statement
}

/** Jobs that import users, with the files sent for them. */
export interface ImportJobs {
  find(poolId: string, id: string): Promise<ImportJob | undefined>
  /** By id. */
  list(poolId: string, page: { readonly limit: number; readonly after?: string }): Promise<Page<ImportJob>>
  /** Jobs that a node has to look at, the longest due first, at most `limit`. */
  due(now: number, limit: number): Promise<readonly ImportJob[]>
  add(job: ImportJob): Statement
  /** Refuses more jobs than these in a pool that is held, behind the one that is added. */
  atMost(poolId: string, most: Most): Statement
  /** Refuses more jobs of these statuses than one in a pool that is held, behind the one that is saved. */
  atMostOne(poolId: string, statuses: readonly ImportJob['status'][], tooMany: () => Error): Statement
  /** Refuses if there is a job of these statuses, behind what writes the pool's row. */
  none(poolId: string, statuses: readonly ImportJob['status'][], refused: () => Error): Statement
  /** Refuses an outdated version with Conflict; `job.version` is the version that was read. */
  save(job: ImportJob): Statement
  addChunk(chunk: ImportChunk & { readonly sealed: string }): Statement
  /** What was sealed as this part of a file. */
  chunk(chunk: ImportChunk): Promise<string | undefined>
  /** Deletes parts of one file, or of all of a job's, at most `limit`; gives the number deleted. */
  dropChunks(
    of: { readonly poolId: string; readonly jobId: string; readonly uploadId?: string },
    limit: number,
  ): Promise<number>
}

/** A part of a file; the first has place 0. */
export interface ImportChunk {
  readonly poolId: string
  readonly jobId: string
  readonly uploadId: string
  readonly place: number
}
