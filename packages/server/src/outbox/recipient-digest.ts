import type { Sealer } from '../crypto/sealing.ts'

/** Finds a person's messages by address, without the address being kept in clear; letter case does not matter. */
export function recipientDigest(address: string, sealer: Pick<Sealer, 'digest'>): string {
  return sealer.digest(address.toLowerCase(), 'outbox recipient')
}
