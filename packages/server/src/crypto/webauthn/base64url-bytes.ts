/** The bytes that a client wrote as base64url, if it did, and not more than so many. */
export function base64urlBytes(text: unknown, mostBytes: number): Uint8Array<ArrayBuffer> | undefined {
  if (typeof text !== 'string' || text.length === 0 || text.length > Math.ceil((mostBytes * 4) / 3)) return undefined
  const bytes = Buffer.from(text, 'base64url')
  // One spelling for each value, or an id that is taken could be registered again.
  return bytes.toString('base64url') === text ? new Uint8Array(bytes) : undefined
}
