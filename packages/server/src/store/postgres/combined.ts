import { InsertQueryNode, SelectQueryNode, type CompiledQuery } from 'kysely'
import type { Statement } from '../statement.ts'

/** Bounds the forms that are kept prepared. Bulk work gains nothing by it. */
const mostParts = 24

/** One statement that does what several would do in a transaction. */
export interface Combined {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/**
 * A decision of inserts and reads alone goes as one statement, in one round trip: each is a part of a `with`, and the final select
 * makes the whole fail if a part that must touch a row touched none. Parts do not see each other, so anything that
 * changes or deletes rows is left to a transaction. Undefined where this cannot be done.
 */
export function combined(statements: readonly Statement[]): Combined | undefined {
  if (statements.length > mostParts) return undefined
  const parts = statements.map(({ query: { query } }) => query)
  const inserts = parts.filter(InsertQueryNode.is)
  if (inserts.length + parts.filter(SelectQueryNode.is).length < parts.length) return undefined
  if (inserts.some((_, place) => meetsAnother(place, inserts))) return undefined
  return {
    sql: combinedSql(statements),
    parameters: statements.flatMap(({ query }) => query.parameters),
  }
}

/** One command may not change a row twice, as an upsert beside another insert into its table could. */
function meetsAnother(place: number, inserts: readonly InsertQueryNode[]): boolean {
  const insert = inserts[place]
  if (!insert?.onConflict?.updates) return false
  return inserts.some((other, at) => at !== place && tableOf(other) === tableOf(insert))
}

const tableOf = (insert: InsertQueryNode) => insert.into?.table.identifier.name

/** The place of the part whose condition did not hold, if that is what the error says. */
export function refusedPart(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined
  const [, place] = /^invalid input syntax for type integer: "refused (\d+)"$/.exec(error.message) ?? []
  return place === undefined ? undefined : Number(place)
}

const shapes = new Map<string, string>()

function combinedSql(statements: readonly Statement[]): string {
  const shape = statements.map(({ query, otherwise }) => `${otherwise ? '!' : ''}${query.sql}`).join(';')
  const known = shapes.get(shape)
  if (known) return known
  const sql = withParts(statements)
  shapes.set(shape, sql)
  return sql
}

function withParts(statements: readonly Statement[]): string {
  let before = 0
  const parts = statements.map(({ query }, place) => {
    const returning = InsertQueryNode.is(query.query) ? ' returning 1' : ''
    const part = `part${place} as (${shifted(query, before)}${returning})`
    before += query.parameters.length
    return part
  })
  const checks = statements.flatMap(({ otherwise }, place) =>
    otherwise ? [`when not exists (select from part${place}) then 'refused ${place}'`] : [],
  )
  // The cast stands outside: a constant inside the case would be cast, and fail, before anything is run.
  const verdict = checks.length > 0 ? `(case ${checks.join(' ')} else '0' end)::integer` : '0'
  return `with ${parts.join(', ')} select ${verdict} as verdict`
}

/** The same SQL with its parameters counted from behind those of the parts before it. */
function shifted({ sql }: CompiledQuery, by: number): string {
  return sql.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + by}`)
}
