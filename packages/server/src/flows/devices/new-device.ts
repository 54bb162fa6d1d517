import type { NewDeviceMetadataType } from '@cognate/wire/user-pools.ts'
import { deviceGroupKey } from '../../domain/device-tracking.ts'
import type { Session } from '../../domain/session.ts'
import type { Situation } from '../sign-in/challenges/challenge.ts'

/** What a client needs to confirm the device that it was just given a key for. */
export function newDevice(
  { deviceKey }: Session,
  { device, pool }: Pick<Situation, 'device' | 'pool'>,
): { readonly newDevice?: NewDeviceMetadataType } {
  if (deviceKey === undefined || device) return {}
  return { newDevice: { DeviceKey: deviceKey, DeviceGroupKey: deviceGroupKey(pool) } }
}
