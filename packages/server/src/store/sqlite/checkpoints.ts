import type { DatabaseSync } from 'node:sqlite'
import type { CheckpointTask } from './checkpoint-task.ts'

const pagesToMove = 1000
const pagesToRestart = 8000
const bytesToTruncate = 64 * 2 ** 20

export interface Checkpoints {
  /** Between commits, under load. */
  afterCommit(): void
  /** When there is time: moves all that is left. */
  whenIdle(): void
}

/**
 * Moves pages from the write-ahead log into the database, and keeps the log from growing without end. Under load the
 * bulk is moved beside the writing, by `mover`; the writer only moves the short rest from time to time, because the log
 * starts over only when nothing at all is left in it.
 */
export function checkpoints(connection: DatabaseSync, mover: CheckpointTask): Checkpoints {
  const state = connection.prepare('pragma wal_checkpoint(noop)')
  const passive = connection.prepare('pragma wal_checkpoint(passive)')
  const truncate = connection.prepare('pragma wal_checkpoint(truncate)')
  const pageSize = Number(connection.prepare('pragma page_size').get()?.['page_size'])

  function pages() {
    const { log, checkpointed } = state.get() ?? {}
    return { log: Number(log), left: Number(log) - Number(checkpointed) }
  }

  function finish(log: number): void {
    if (log * pageSize > bytesToTruncate) truncate.get()
    else passive.get()
  }

  return {
    afterCommit() {
      if (mover.underway()) return
      const { log, left } = pages()
      if (log >= pagesToRestart && left < log / 2) finish(log)
      else if (left >= pagesToMove) mover.start()
    },
    whenIdle() {
      const { log, left } = pages()
      if (left > 0 || log * pageSize > bytesToTruncate) finish(log)
    },
  }
}
