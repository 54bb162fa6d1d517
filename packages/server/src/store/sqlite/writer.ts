import type { Outcome, Write } from './group.ts'

/** What commits decisions: a thread for a file, the event loop itself for a database in memory. */
export interface Writer {
  /** Resolves when it is known what became of the decision; a commit is durable by then. */
  commit(decision: readonly NamedWrite[]): Promise<Outcome>
  /** Finishes what was accepted, then ends. */
  close(): Promise<void>
}

export interface NamedWrite extends Omit<Write, 'sql'> {
  readonly sql: string
}
