/**
 * How clients call a token session: `tkn` and 25 lower-case letters and digits, which is as much as a UUID says, so
 * that nothing need be kept besides the session's own id.
 */
export function tokenSessionId(uuid: string): string {
  return `tkn${BigInt(`0x${uuid.replaceAll('-', '')}`)
    .toString(36)
    .padStart(25, '0')}`
}

/** The id of the session that is called so; undefined where none can be. */
export function sessionIdOf(tokenSessionId: string): string | undefined {
  if (!/^tkn[0-9a-z]{25}$/.test(tokenSessionId)) return undefined
  const digits = Array.from(tokenSessionId.slice(3), (digit) => BigInt(Number.parseInt(digit, 36)))
  const hex = digits
    .reduce((sum, digit) => sum * 36n + digit, 0n)
    .toString(16)
    .padStart(32, '0')
  if (hex.length > 32) return undefined
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
