import { networkOf } from '../../domain/address-ranges.ts'
import type { CallOrigin } from '../../domain/call-origin.ts'
import type { Pool } from '../../domain/pool.ts'
import type { World } from '../world.ts'

/** Where a call came from, as what can be compared and not read. */
export interface Place {
  readonly addressDigest?: string
  readonly deviceDigest?: string
}

/**
 * A device is the one that the app names, else the program that calls. An operator who tells nothing of the person tells
 * no place: their own servers are everybody's.
 */
export function placeOf(origin: CallOrigin | undefined, { id }: Pool, { sealer }: Pick<World, 'sealer'>): Place {
  if (!origin || origin.speaker === 'operator') return {}
  const network = networkOf(origin.address)
  // Whoever says nothing of theirs has a device like everybody else: to leave it out must not make anybody less strange.
  const device = origin.fingerprint?.deviceId ?? origin.userAgent ?? ''
  return {
    ...(network !== undefined && { addressDigest: sealer.digest(network, `address:${id}`) }),
    deviceDigest: sealer.digest(device, `device:${id}`),
  }
}
