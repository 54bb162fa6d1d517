import type { PoolResource, ResourceKind } from '../../domain/pool-resource.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'

/** Saves what `change` makes of a resource; starts over when somebody else saved it meanwhile. */
export function changeResource<Kind extends ResourceKind>(
  find: () => Promise<PoolResource<Kind>>,
  change: (resource: PoolResource<Kind>) => Pick<PoolResource<Kind>, 'document'>,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<PoolResource<Kind>> {
  return settled(async () => {
    const resource = await find()
    const changed = { ...resource, ...change(resource), modifiedAt: clock.now() }
    await store.decide([store.resources.save(changed)])
    return changed
  })
}
