import type { KmsKey } from '../../domain/kms-key.ts'
import type { Place } from '../../domain/pool.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'
import { keyWithId } from './key-with-id.ts'

/** Changes a key as it is found; `change` may refuse, and is asked again where somebody else changed it first. */
export function changeKey(
  place: Place,
  asked: string,
  change: (key: KmsKey) => KmsKey,
  world: Pick<World, 'store' | 'clock'>,
): Promise<KmsKey> {
  return settled(async () => {
    const changed = change(await keyWithId(place, asked, world))
    await world.store.decide([world.store.kmsKeys.save(changed)])
    return changed
  })
}
