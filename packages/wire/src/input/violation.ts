/** One broken constraint. `path` is relative to the value read and grows while its parents return. */
export interface Violation {
  path: string
  /** The value as AWS shows it: `'x'` in quotes, `null`, or nothing at all for a sensitive one. */
  readonly shown: string
  /** What the value must be, in AWS's words: `Member must …`. */
  readonly rule: string
}

/** A collection stops being read once this many violations are found: a hostile body must not cost memory without bound. */
export const enoughViolations = 1000
