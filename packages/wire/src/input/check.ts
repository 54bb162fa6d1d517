/** One constraint on a value that has been read. */
export interface Check {
  /** In AWS's words: `Member must …`. */
  readonly rule: string
  readonly fails: (value: unknown) => boolean
}
