import { mismatch } from './mismatch.ts'
import { enoughViolations } from './violation.ts'
import { prefixPaths } from './prefix-paths.ts'
import { showKey } from './show.ts'
import { textOf } from './text-of.ts'
import type { Reader } from './reader.ts'

/** Reads a map into an object without a prototype, so that no key of the caller's means anything; null values are dropped. */
export const mapReader =
  (value: Reader): Reader =>
  (json, violations) => {
    if (typeof json !== 'object' || Array.isArray(json)) throw mismatch(json, 'map')
    const read = Object.create(null) as Record<string, unknown>
    for (const [key, item] of Object.entries(json as object)) {
      if (violations.length > enoughViolations) break
      if (item !== null) {
        const before = violations.length
        read[textOf(key)] = value(item, violations)
        if (violations.length > before) prefixPaths(violations, before, `${showKey(key)}.member`)
      }
    }
    return read
  }
