import { show } from './show.ts'
import type { Check } from './check.ts'
import type { Reader } from './reader.ts'

/** Reads a value with `read` and reports each of the checks that it fails. */
export const valueReader =
  (read: Reader, checks: readonly Check[], shown: 'shown' | 'hidden'): Reader =>
  (json, violations) => {
    const value = read(json, violations)
    for (const check of checks) {
      if (check.fails(value)) {
        violations.push({ path: '', shown: shown === 'shown' ? show(value) : '', rule: check.rule })
      }
    }
    return value
  }
