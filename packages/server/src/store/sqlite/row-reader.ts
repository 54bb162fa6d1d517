import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { SqliteValue } from './group.ts'

/** Reads the rows of one query. */
export type RowReader = (parameters: readonly SqliteValue[]) => readonly unknown[]

/**
 * Takes rows as arrays and makes objects of them: the objects that Node makes are dictionaries, from which columns are
 * read several times as slowly.
 */
export function rowReader(connection: DatabaseSync, sql: string): RowReader {
  const statement = connection.prepare(sql)
  statement.setReturnArrays(true)
  let names = namesOf()

  function namesOf(): readonly string[] {
    return statement.columns().map(({ name }) => name)
  }

  function objectOf(values: readonly SQLOutputValue[]): unknown {
    // Another process may have given the table a column.
    if (values.length !== names.length) names = namesOf()
    const row: Record<string, SQLOutputValue | undefined> = {}
    for (const [at, name] of names.entries()) row[name] = values[at]
    return row
  }

  return (parameters) =>
    (statement.all(...parameters) as readonly unknown[] as readonly SQLOutputValue[][]).map(objectOf)
}
