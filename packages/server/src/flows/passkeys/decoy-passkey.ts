import type { Passkey } from '../../domain/passkey.ts'
import type { World } from '../world.ts'

/** A point of the curve P-256 that nobody has the key of; nothing is granted to whoever had. */
const publicKey =
  'pQECAyYgASFYIJk-bueKwtyrCtMpFqerSFVlv5VCDFePNe0HAP9tUWgsIlggj1fNoQ192fFlimWml0cpPz-SMmEzrx4j5T8bsqabjU0'

interface Owner {
  readonly poolId: string
  /** The sub; or a digest of a name that leads to nobody. */
  readonly who: string
}

/** What somebody is asked for who has no passkey, the same each time; its key is checked like any other. */
export function decoyPasskey(
  { poolId, who }: Owner,
  relyingPartyId: string,
  { sealer }: Pick<World, 'sealer'>,
): Passkey {
  const digest = Buffer.from(sealer.digest(who, `decoy passkey:${poolId}`), 'base64url')
  const id = digest.subarray(0, lengths[(digest[31] ?? 0) % lengths.length]).toString('base64url')
  return {
    poolId,
    sub: who,
    id,
    publicKey,
    counter: 0,
    relyingPartyId,
    friendlyName: 'Passkey',
    transports: ['internal', 'hybrid'],
    createdAt: 0,
  }
}

/** Bytes that ids of the common providers of passkeys have. */
const lengths = [16, 20, 32]
