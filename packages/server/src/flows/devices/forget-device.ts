import { deviceNotFound } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import type { World } from '../world.ts'

/**
 * The device is gone, and so are the refresh tokens that were issued to it; access tokens live on for their time [O], which
 * AWS's own test of its Android client shows.
 */
export async function forgetDevice(
  { poolId, sub }: User,
  key: string,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<void> {
  const place = { poolId, sub, key }
  await store.decide([store.devices.remove(place, deviceNotFound), store.sessions.endOfDevice(place, clock.now())])
}
