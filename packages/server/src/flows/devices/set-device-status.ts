import type { DeviceRememberedStatusType } from '@cognate/wire/user-pools.ts'
import { deviceNotFound } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import type { World } from '../world.ts'
import { requireDevice } from './require-device.ts'

/** Whether a device is remembered from now on; without a status nothing changes, but the device must be there. */
export async function setDeviceStatus(
  user: User,
  key: string,
  status: DeviceRememberedStatusType | undefined,
  world: Pick<World, 'store' | 'clock'>,
): Promise<void> {
  const { store, clock } = world
  if (status === undefined) await requireDevice(user, key, world)
  else await store.decide([store.devices.setStatus({ ...user, key }, status, clock.now(), deviceNotFound)])
}
