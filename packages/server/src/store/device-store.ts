import type { DeviceRememberedStatusType } from '@cognate/wire/user-pools.ts'
import type { Device } from '../domain/device.ts'
import type { Page } from './page.ts'
import type { Statement } from './statement.ts'

/** Where a device is kept. */
export type DevicePlace = Pick<Device, 'poolId' | 'sub' | 'key'>

/** Devices that users confirmed. */
export interface Devices {
  find(poolId: string, sub: string, key: string): Promise<Device | undefined>
  /** A user's, by key; of all of them, or of those that are remembered. */
  list(
    user: { readonly poolId: string; readonly sub: string },
    which: 'all' | 'remembered',
    page: { readonly limit: number; readonly after?: string },
  ): Promise<Page<Device>>
  /** Refuses a key that the user has confirmed already. Of their others, the `most - 1` used last stay. */
  add(device: Device, most: number, taken: () => Error): readonly Statement[]
  /** Refuses a device that is gone. */
  setStatus(device: DevicePlace, status: DeviceRememberedStatusType, now: number, gone: () => Error): Statement
  /**
   * Its user signed in with it; refuses a device that is gone or, if it was taken for a remembered one, that is not
   * remembered any more.
   */
  use(device: Device, used: { readonly now: number; readonly address: string }, gone: () => Error): Statement
  /** Refuses a device that is gone already. */
  remove(device: DevicePlace, gone: () => Error): Statement
}
