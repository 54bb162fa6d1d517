import type { Device } from '../../domain/device.ts'
import { deviceNotFound } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import type { World } from '../world.ts'

/** One of the user's devices that they confirmed. */
export async function requireDevice(
  { poolId, sub }: User,
  key: string,
  { store }: Pick<World, 'store'>,
): Promise<Device> {
  const device = await store.devices.find(poolId, sub, key)
  if (!device) throw deviceNotFound()
  return device
}
