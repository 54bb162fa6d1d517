import { tracksDevices } from '../../domain/device-tracking.ts'
import type { Device } from '../../domain/device.ts'
import type { Answers, Situation } from '../sign-in/challenges/challenge.ts'
import type { World } from '../world.ts'

/**
 * The device that an answer, or the sign-in before it, says it comes from, if its user confirmed it. One that came along with
 * the answer and is not there is told, so that the client forgets it and answers again.
 */
export async function presentedDevice(
  answers: Answers,
  situation: Situation,
  world: Pick<World, 'store'>,
): Promise<Device | 'unknown' | undefined> {
  const { attempt, pool } = situation
  const given = answers['DEVICE_KEY']
  if (!given || !tracksDevices(pool.settings)) return deviceOf(situation, world)
  const deviceKey = isDeviceKey(given) ? given : undefined
  return (await deviceOf({ pool, attempt: { ...attempt, deviceKey } }, world)) ?? 'unknown'
}

/** The device that the sign-in has said it comes from; one that is not there is as good as none. */
export async function deviceOf(
  { attempt, pool }: Pick<Situation, 'attempt' | 'pool'>,
  { store }: Pick<World, 'store'>,
): Promise<Device | undefined> {
  const { deviceKey, who } = attempt
  if (deviceKey === undefined || !tracksDevices(pool.settings)) return undefined
  return store.devices.find(pool.id, who, deviceKey)
}

/** The device that came along; what cannot be one is none. */
export function deviceKeyIn({ DEVICE_KEY }: Answers): { readonly deviceKey?: string } {
  return DEVICE_KEY !== undefined && isDeviceKey(DEVICE_KEY) ? { deviceKey: DEVICE_KEY } : {}
}

/** As the model bounds them where they are members. */
const isDeviceKey = (text: string) => text.length <= 55 && /^[\w-]+_[0-9a-f-]+$/.test(text)
