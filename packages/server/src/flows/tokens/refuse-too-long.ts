import { type Claims, longestJws } from '../../crypto/jws.ts'
import { functionAnswerUnreadable } from '../../domain/refusals.ts'

/** A function may add more than a token that we would read again can hold. */
export function refuseTooLong(tokens: readonly Claims[]): void {
  if (tokens.some((claims) => Buffer.byteLength(JSON.stringify(claims)) > longestClaims))
    throw functionAnswerUnreadable()
}

/** In base64, with a header and a signature. */
const longestClaims = (longestJws - 1000) * 0.75
