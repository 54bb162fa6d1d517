import { Secret, TOTP } from 'otpauth'
import type { Random } from '../ambient/random.ts'

const period = 30

/** A key for an authenticator app, base32: 52 characters, as AWS gives them. */
export function newTotpSecret({ bytes }: Pick<Random, 'bytes'>): string {
  return new Secret({ buffer: Uint8Array.from(bytes(32)).buffer }).base32
}

/**
 * The time step that a six-digit code is of, if it is that of `now` (milliseconds since 1970) or of one beside it;
 * RFC 6238, with SHA-1 and steps of 30 seconds. Undefined for a wrong code.
 */
export function totpStep(secret: string, code: string, now: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const key = Secret.fromBase32(secret)
  const delta = TOTP.validate({ token: code, secret: key, period, timestamp: now, window: 1 })
  return delta === null ? undefined : TOTP.counter({ period, timestamp: now }) + delta
}
