/** What goes between the event loop and the writer thread. */

/** SQL travels once; afterwards it goes by its number. */
export interface GroupMessage {
  readonly newSql: readonly (readonly [number: number, sql: string])[]
  readonly decisions: readonly (readonly Write[])[]
}

export interface Write {
  readonly sql: number
  readonly parameters: readonly SqliteValue[]
  /** The decision is undone if this touches no row. */
  readonly mustTouch: boolean
}

export type SqliteValue = string | number | null

export type Outcome =
  | { readonly kind: 'committed'; readonly written: readonly WrittenRows[] }
  /** The condition of this statement, by its place in the decision, did not hold. */
  | { readonly kind: 'refused'; readonly at: number }
  | { readonly kind: 'failed'; readonly reason: string }

export interface WrittenRows {
  readonly touched: number
  readonly rows: readonly unknown[]
}
