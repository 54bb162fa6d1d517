import type { DatabaseSync } from 'node:sqlite'

const pagesToCheckpoint = 1000
const bytesToTruncate = 64 * 2 ** 20

export interface Checkpoints {
  /** After a commit: moves pages home once enough have gathered. */
  afterCommit(): void
  /** When there is time: moves all that is left. */
  whenIdle(): void
}

/** Moves pages from the write-ahead log into the database, and keeps the log from growing without end. */
export function checkpoints(connection: DatabaseSync): Checkpoints {
  const state = connection.prepare('pragma wal_checkpoint(noop)')
  const passive = connection.prepare('pragma wal_checkpoint(passive)')
  const truncate = connection.prepare('pragma wal_checkpoint(truncate)')
  const pageSize = Number(connection.prepare('pragma page_size').get()?.['page_size'])

  const pages = () => {
    const { log, checkpointed } = state.get() ?? {}
    return { log: Number(log), left: Number(log) - Number(checkpointed) }
  }

  function move(): void {
    passive.get()
    // Readers elsewhere may have held it up for long.
    if (pages().log * pageSize > bytesToTruncate) truncate.get()
  }

  return {
    afterCommit() {
      if (pages().left >= pagesToCheckpoint) move()
    },
    whenIdle() {
      if (pages().left > 0) move()
    },
  }
}
