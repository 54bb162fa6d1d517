import type { Group } from '../../domain/group.ts'
import { groupNotFound } from '../../domain/refusals.ts'
import type { World } from '../world.ts'

/** Few enough rows a time that sign-ins beside it do not wait; what a small group leaves is gone with the answer. */
const [rowsAtOnce, pieces] = [500, 20]

/** Nobody is in the group any more. What a large one leaves in the store is deleted later. */
export async function deleteGroup(group: Group, { store, clock }: Pick<World, 'store' | 'clock'>): Promise<void> {
  await store.decide(store.groups.remove(group, clock.now(), groupNotFound))
  for (let piece = 0; piece < pieces; piece++)
    if ((await store.groups.empty(group, clock.now(), rowsAtOnce)) < rowsAtOnce) return
}
