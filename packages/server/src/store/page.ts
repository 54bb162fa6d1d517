export interface Page<Item> {
  readonly items: readonly Item[]
  /** Opaque place to go on from; undefined at the end. */
  readonly next?: string
}

/** What was asked for one more than the page holds, cut to the page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  { place, item }: { readonly place: (row: Row) => string; readonly item: (row: Row) => Item },
): Page<Item> {
  const items = rows.slice(0, limit).map(item)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return last === undefined ? { items } : { items, next: place(last) }
}
