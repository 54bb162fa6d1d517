import { mismatch } from './mismatch.ts'
import { enoughViolations } from './violation.ts'
import { prefixPaths } from './prefix-paths.ts'
import { showKey } from './show.ts'
import { textOf } from './text-of.ts'
import { WireError } from '../wire-error.ts'
import type { Reader } from './reader.ts'

/** Far more than any map of the service can use; larger ones only cost time. */
const mostEntries = 1000

/** Reads a map into an object without a prototype, so that no key of the caller's means anything; null values are dropped. */
export const mapReader =
  (value: Reader): Reader =>
  (json, violations) => {
    if (typeof json !== 'object' || Array.isArray(json)) throw mismatch(json, 'map')
    refuseLarge(json as object)
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

/** Counts before anything is copied. */
const refuseLarge = (json: object): void => {
  let entries = 0
  for (const _ in json)
    if (++entries > mostEntries)
      throw new WireError('SerializationException', `A map has more than ${mostEntries} entries.`)
}
