/** The name of an ACR level, `Level1` to `Level4`, that a pool says nothing of. */
export function defaultAcrName(level: string): string {
  return `urn:cognito:loa:${level.slice('Level'.length)}`
}
