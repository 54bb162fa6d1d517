import type { Sealer } from '../crypto/sealing.ts'

/** Finds the flows of a person by their sub, or of a name that led to nobody, without either being kept in clear. */
export function personDigest(subOrName: string, sealer: Pick<Sealer, 'digest'>): string {
  return sealer.digest(subOrName.toLowerCase(), 'flow person')
}
