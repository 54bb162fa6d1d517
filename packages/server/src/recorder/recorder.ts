import { type Journal, noJournal } from './journal.ts'

/** Keeps what calls wrote in their journals, behind their answers. */
export interface Recorder extends AsyncDisposable {
  open(call: Call): Journal
  /** Writes what waits; resolves when it is written, or given up. */
  flush(): Promise<void>
  /** Deletes what is too old or too much, at most `limit` records; gives the number deleted. */
  forget(limit: number): Promise<number>
}

export interface Call {
  readonly operation: string
  readonly requestId: string
}

/** Of servers that keep no records. */
export const noRecorder: Recorder = {
  open: () => noJournal,
  flush: async () => undefined,
  forget: async () => 0,
  [Symbol.asyncDispose]: async () => undefined,
}
