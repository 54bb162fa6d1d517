import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { GroupMessage, Outcome, Write, WrittenRows } from './group.ts'

/** Commits groups of decisions on one connection. */
export interface GroupWriter {
  commit(group: GroupMessage): readonly Outcome[]
}

/** `begin` takes the write lock, waiting for other processes as it sees fit. */
export function groupWriter(connection: DatabaseSync, begin: () => void): GroupWriter {
  const write = writerOn(connection)
  const marks = {
    set: connection.prepare('savepoint decision'),
    release: connection.prepare('release decision'),
    undo: connection.prepare('rollback to decision'),
  }

  function attempt(decision: readonly Write[]): Outcome {
    const written: WrittenRows[] = []
    for (const [at, each] of decision.entries()) {
      const result = write.run(each)
      if (each.mustTouch && result.touched === 0) return { kind: 'refused', at }
      written.push(result)
    }
    return { kind: 'committed', written }
  }

  function decide(decision: readonly Write[]): Outcome {
    marks.set.run()
    const outcome = attemptOrFail(() => attempt(decision))
    // A full disk makes SQLite undo the whole transaction; nothing of the group may then be acknowledged.
    if (!connection.isTransaction) throw new Error(outcome.kind === 'failed' ? outcome.reason : 'transaction lost')
    if (outcome.kind !== 'committed') marks.undo.run()
    marks.release.run()
    return outcome
  }

  return {
    commit({ newSql, decisions }) {
      write.learn(newSql)
      try {
        begin()
        const outcomes = decisions.map(decide)
        connection.exec('commit')
        return outcomes
      } catch (error) {
        if (connection.isTransaction) connection.exec('rollback')
        const failed: Outcome = { kind: 'failed', reason: reasonOf(error) }
        return decisions.map(() => failed)
      }
    },
  }
}

function writerOn(connection: DatabaseSync) {
  const texts = new Map<number, string>()
  const prepared = new Map<number, { readonly statement: StatementSync; readonly returns: boolean }>()

  function preparedFor(sql: number) {
    const known = prepared.get(sql)
    if (known) return known
    const statement = connection.prepare(texts.get(sql) ?? '')
    const made = { statement, returns: statement.columns().length > 0 }
    prepared.set(sql, made)
    return made
  }

  return {
    learn(newSql: GroupMessage['newSql']): void {
      for (const [number, text] of newSql) texts.set(number, text)
    },
    run({ sql, parameters }: Write): WrittenRows {
      const { statement, returns } = preparedFor(sql)
      if (!returns) return { touched: Number(statement.run(...parameters).changes), rows: [] }
      const rows = statement.all(...parameters)
      return { touched: rows.length, rows }
    },
  }
}

function attemptOrFail(work: () => Outcome): Outcome {
  try {
    return work()
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) }
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
