/** Remembers the values that were asked for last, at most `capacity` of them. */
export interface BoundedCache<Value> {
  /** The remembered value, or what `make` gives, which is then remembered. What `make` throws is not. */
  getOrMake(key: string, make: () => Value): Value
  forget(key: string): void
}

export function boundedCache<Value>(capacity: number): BoundedCache<Value> {
  const entries = new Map<string, { readonly value: Value }>()
  return {
    getOrMake(key, make) {
      const entry = entries.get(key) ?? { value: make() }
      // A Map keeps the order of insertion: taken out and put back, an entry is the youngest.
      entries.delete(key)
      entries.set(key, entry)
      if (entries.size > capacity) dropOldest(entries)
      return entry.value
    },
    forget: (key) => {
      entries.delete(key)
    },
  }
}

function dropOldest(entries: Map<string, unknown>): void {
  for (const key of entries.keys()) {
    entries.delete(key)
    return
  }
}
