import { groupBytes, groupLength, integerOf, prime } from './srp-group.ts'

/** A salt has 16 bytes, or one more where its top bit is set. */
const longestSalt = 64

/**
 * A verifier that a client made, as base64 of an integer; undefined unless 1 < v < N-1. With any other one anybody could
 * prove to know the secret: S would be 0, or depend on nothing that is secret.
 */
export function parseSrpVerifier(text: string): Buffer | undefined {
  // One byte more where the top bit is set.
  const bytes = base64Bytes(text, groupLength + 1)
  const value = bytes && integerOf(bytes)
  return value !== undefined && value > 1n && value < prime - 1n ? groupBytes(value) : undefined
}

/** A salt that a client made, as base64; gives it in hex. */
export function parseSrpSalt(text: string): string | undefined {
  return base64Bytes(text, longestSalt)?.toString('hex')
}

function base64Bytes(text: string, longest: number): Buffer | undefined {
  if (text.length > 4 * Math.ceil(longest / 3) || !/^[0-9A-Za-z+/]+={0,2}$/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64')
  return bytes.length > 0 && bytes.length <= longest ? bytes : undefined
}
