import type { PoolResource, ResourceKind } from '../../domain/pool-resource.ts'
import { settled } from '../../store/settled.ts'
import { Conflict, type Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'
import { newResource, type NewResource } from './add-resource.ts'

type Conditions = () => Promise<readonly Statement[]>

/** Makes a resource, or replaces what the one of its name says; decided together with `conditions`. */
export function putResource<Kind extends ResourceKind>(
  made: NewResource<Kind>,
  conditions: Conditions,
  world: Pick<World, 'store' | 'clock'>,
): Promise<PoolResource<Kind>> {
  const { store, clock } = world
  return settled(async () => {
    const holding = await conditions()
    const before = await store.resources.find(made.poolId, made.kind, made.name)
    const resource = before ? { ...before, document: made.document, modifiedAt: clock.now() } : newResource(made, world)
    const put = before ? store.resources.save(resource) : store.resources.add(resource, () => new Conflict())
    await store.decide([...holding, put])
    return resource
  })
}

/** As if it had never been made, if it was. */
export async function dropResource(
  { poolId, kind, name }: Pick<PoolResource, 'poolId' | 'kind' | 'name'>,
  conditions: Conditions,
  { store }: Pick<World, 'store'>,
): Promise<void> {
  await settled(async () => {
    const holding = await conditions()
    const before = await store.resources.find(poolId, kind, name)
    if (before) await store.decide([...holding, store.resources.remove(before)])
  })
}
