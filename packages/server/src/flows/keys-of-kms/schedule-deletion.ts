import type { KmsKey } from '../../domain/kms-key.ts'
import { kmsPendingWindow } from '../../domain/kms-refusals.ts'
import type { Place } from '../../domain/pool.ts'
import type { World } from '../world.ts'
import { changeKey } from './change-key.ts'
import { notPendingDeletion } from './not-pending-deletion.ts'

const dayMs = 86_400_000

/** From now on the key does nothing; after the days it is gone, with all that it encrypted. */
export function scheduleDeletion(
  place: Place,
  asked: string,
  days: number,
  world: Pick<World, 'store' | 'clock'>,
): Promise<KmsKey> {
  if (days < 7 || days > 30) throw kmsPendingWindow()
  const deletionAt = world.clock.now() + days * dayMs
  return changeKey(place, asked, (key) => ({ ...notPendingDeletion(key), deletionAt }), world)
}
