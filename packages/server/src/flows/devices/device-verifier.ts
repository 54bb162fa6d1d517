import type { Device } from '../../domain/device.ts'
import type { World } from '../world.ts'

type Owned = Pick<Device, 'poolId' | 'sub' | 'key'>

export function sealDeviceVerifier(verifier: Uint8Array, device: Owned, { sealer }: Pick<World, 'sealer'>): string {
  return sealer.seal(verifier, context(device))
}

/** The SRP verifier of a device in clear. */
export function deviceVerifier(device: Device, { sealer }: Pick<World, 'sealer'>): Buffer {
  return sealer.unseal(device.sealedVerifier, context(device))
}

/** A sealed verifier cannot be moved to another device. */
const context = ({ poolId, sub, key }: Owned) => `device:${poolId}:${sub}:${key}`
