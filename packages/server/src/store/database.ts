import type { CompiledQuery, Kysely, RawBuilder } from 'kysely'
import type { Schema } from './schema.ts'
import type { Statement } from './statement.ts'

/** What the aggregates need of an engine. Kysely only compiles; running is the engine's own. */
export interface Database {
  /** Compiles for this engine; executing through it throws. */
  readonly compiler: Kysely<Schema>
  /** What a query of a decision ends with to keep the rows it reads as they are until the decision is committed. */
  readonly rowHold: RawBuilder<unknown>
  rows<Row>(query: CompiledQuery<Row>): Promise<readonly Row[]>
  /** Commits all or nothing, durable when it resolves; throws the refusal of the first condition that does not hold. */
  decide(statements: readonly Statement[]): Promise<void>
  /** Commits one write and tells what it did. */
  change(query: CompiledQuery): Promise<Written>
  [Symbol.asyncDispose](): Promise<void>
}

export interface Written {
  /** Rows inserted, changed or deleted. */
  readonly touched: number
  /** What a `returning` clause gave. */
  readonly rows: readonly unknown[]
}
