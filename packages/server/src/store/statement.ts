import type { CompiledQuery } from 'kysely'

/**
 * One conditional write of a decision. With `otherwise` it must touch at least one row; if it does not, the whole
 * decision is undone and what `otherwise` makes is thrown.
 */
export interface Statement {
  readonly query: CompiledQuery
  readonly otherwise?: () => Error
}

/** Somebody else saved the same thing first; read again and decide again. Never reaches a client. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}
