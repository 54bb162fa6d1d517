import type { KmsKey, KmsKeySettings } from '../../domain/kms-key.ts'
import type { Place } from '../../domain/pool.ts'
import type { World } from '../world.ts'
import { changeKey } from './change-key.ts'
import { notPendingDeletion } from './not-pending-deletion.ts'

/** Changes the settings of a key that is not to be deleted. */
export function changeSettings(
  place: Place,
  asked: string,
  change: (settings: KmsKeySettings) => Partial<KmsKeySettings>,
  world: Pick<World, 'store' | 'clock'>,
): Promise<KmsKey> {
  const changed = (key: KmsKey) => ({ ...key, settings: { ...key.settings, ...change(key.settings) } })
  return changeKey(place, asked, (key) => changed(notPendingDeletion(key)), world)
}
