import type { DatabaseSync } from 'node:sqlite'
import { groupWriter } from './group-writer.ts'
import { sqlNumbers } from './sql-numbers.ts'
import type { Writer } from './writer.ts'

/** Commits on the event loop: a database in memory belongs to one connection, and has nothing to wait for. */
export function inlineWriter(connection: DatabaseSync): Writer {
  const writer = groupWriter(connection, () => connection.exec('begin'))
  const numbered = sqlNumbers()
  return {
    commit(decision) {
      const [outcome] = writer.commit(numbered([decision]))
      return Promise.resolve(outcome ?? { kind: 'failed', reason: 'no answer' })
    },
    close: () => Promise.resolve(),
  }
}
