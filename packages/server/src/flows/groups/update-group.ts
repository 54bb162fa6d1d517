import type { Group, GroupSettings } from '../../domain/group.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'

/** What is not among the changes stays; starts over when somebody else saved the group meanwhile. */
export function updateGroup(
  find: () => Promise<Group>,
  changes: GroupSettings,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<Group> {
  return settled(async () => {
    const group = await find()
    const updated = { ...group, settings: { ...group.settings, ...changes }, modifiedAt: clock.now() }
    await store.decide([store.groups.save(updated)])
    return updated
  })
}
