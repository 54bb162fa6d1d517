import type { Pool, PoolSettings } from './pool.ts'

/** On as soon as either way of remembering is chosen, whichever it is. */
export function tracksDevices({ DeviceConfiguration }: PoolSettings): boolean {
  return DeviceConfiguration !== undefined
}

/** Whether a device is remembered as soon as it is confirmed, and its user need not be asked. */
export function remembersUnasked({ DeviceConfiguration }: PoolSettings): boolean {
  return DeviceConfiguration?.DeviceOnlyRememberedOnUserPrompt !== true
}

/** Whether the proof of a remembered device stands in for a second factor. */
export function trustsDevices({ DeviceConfiguration }: PoolSettings): boolean {
  return DeviceConfiguration?.ChallengeRequiredOnNewDevice === true
}

/** What stands for the pool in the SRP of devices. AWS does not say how it is made; clients only hand it back. */
export function deviceGroupKey({ id }: Pick<Pool, 'id'>): string {
  return `-${id.slice(id.indexOf('_') + 1)}`
}
