import { createHash } from 'node:crypto'
import { Secret } from 'otpauth'

/** The key of a user's authenticator, base32: the same for those who fill the store and those who ask. */
export function totpSecretOf(username: string): string {
  const bytes = createHash('sha256').update(username).digest()
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32
}
