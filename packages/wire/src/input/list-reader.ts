import { mismatch } from './mismatch.ts'
import { enoughViolations } from './violation.ts'
import { prefixPaths } from './prefix-paths.ts'
import type { Reader } from './reader.ts'

/** Reads a list; null elements are dropped, as AWS does [O]. Elements are counted from 1 in paths. */
export const listReader =
  (element: Reader): Reader =>
  (json, violations) => {
    if (!Array.isArray(json)) throw mismatch(json, 'list')
    const read: unknown[] = []
    for (const item of json as readonly unknown[]) {
      if (violations.length > enoughViolations) break
      if (item !== null) {
        const before = violations.length
        read.push(element(item, violations))
        if (violations.length > before) prefixPaths(violations, before, `${read.length}.member`)
      }
    }
    return read
  }
