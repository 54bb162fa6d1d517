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

/** What somebody is asked for who has no passkey, the same each time; a key of theirs is checked like any other. */
export function decoyPasskeys(
  { poolId, who }: Owner,
  relyingPartyId: string,
  { sealer }: Pick<World, 'sealer'>,
): readonly Passkey[] {
  const digest = (part: string) => Buffer.from(sealer.digest(`${who} ${part}`, `decoy passkey:${poolId}`), 'base64url')
  const chosen = counts[(digest('count')[0] ?? 0) % counts.length] ?? 1
  const passkeys = Array.from({ length: chosen }, (_, number) => {
    const [make, id] = [digest(`make ${number}`)[0] ?? 0, digest(`id ${number}`)]
    const { idBytes, transports } = makes[make % makes.length] ?? makes[0]
    const own = { id: id.subarray(0, idBytes).toString('base64url'), transports }
    return { ...own, poolId, sub: who, publicKey, counter: 0, relyingPartyId, friendlyName: 'Passkey', createdAt: 0 }
  })
  // In the order in which the store lists them.
  return passkeys.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** How many passkeys people have: if nobody had several, whoever has would exist. */
const counts = [1, 1, 1, 1, 2, 2, 3]

/** What the common providers of passkeys, and a key to plug in, say of themselves. */
const makes = [
  { idBytes: 16, transports: ['hybrid', 'internal'] },
  { idBytes: 20, transports: ['internal', 'hybrid'] },
  { idBytes: 32, transports: ['internal', 'hybrid'] },
  { idBytes: 32, transports: ['internal'] },
  { idBytes: 32, transports: ['usb'] },
  { idBytes: 32, transports: [] },
] as const
