import type { DatabaseSync } from 'node:sqlite'
import { sql, type CompiledQuery } from 'kysely'
import { sqliteCompiler } from '../compiler.ts'
import type { Database, Written } from '../database.ts'
import type { Statement } from '../statement.ts'
import { StorageFailure } from '../storage-failure.ts'
import { refuseUnstorableText } from '../unstorable-text.ts'
import type { SqliteValue } from './group.ts'
import { rowReader, type RowReader } from './row-reader.ts'
import type { Writer } from './writer.ts'

/** Reads on the event loop over `reader`, which it closes in the end; leaves writing to `writer`. */
export function sqliteDatabase(reader: DatabaseSync, writer: Writer): Database {
  return {
    compiler: sqliteCompiler,
    // Decisions take turns.
    rowHold: sql``,
    rows: rowsIn(reader),
    async decide(statements) {
      await committed(writer, statements)
    },
    async change(query) {
      const [written] = await committed(writer, [{ query }])
      return written ?? { touched: 0, rows: [] }
    },
    async [Symbol.asyncDispose]() {
      // The writer's connection goes last: it then tidies the log away, which a reader may not.
      reader.close()
      await writer.close()
    },
  }
}

function rowsIn(connection: DatabaseSync): Database['rows'] {
  const readers = new Map<string, RowReader>()
  function readerOf(sql: string): RowReader {
    const known = readers.get(sql)
    if (known) return known
    const made = rowReader(connection, sql)
    readers.set(sql, made)
    return made
  }
  return async <Row>(query: CompiledQuery<Row>) => {
    const values = valuesOf(query)
    try {
      return readerOf(query.sql)(values) as readonly Row[]
    } catch (error) {
      throw new StorageFailure('the database could not be read', { cause: error })
    }
  }
}

async function committed(writer: Writer, statements: readonly Statement[]): Promise<readonly Written[]> {
  const decision = statements.map(({ query, otherwise }) => ({
    sql: query.sql,
    parameters: valuesOf(query),
    mustTouch: otherwise !== undefined,
  }))
  const outcome = await writer.commit(decision)
  if (outcome.kind === 'committed') return outcome.written
  if (outcome.kind === 'failed') throw new StorageFailure(`nothing was written: ${outcome.reason}`)
  throw statements[outcome.at]?.otherwise?.() ?? new StorageFailure('a refusal without its reason')
}

/** Our columns are text and integers, so these are all the values a query can hold. */
function valuesOf(query: CompiledQuery): readonly SqliteValue[] {
  refuseUnstorableText(query)
  return query.parameters as readonly SqliteValue[]
}
