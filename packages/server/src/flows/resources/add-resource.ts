import type { PoolResource, ResourceKind } from '../../domain/pool-resource.ts'
import type { World } from '../world.ts'

/** A resource as it is before it is stored. */
export type NewResource<Kind extends ResourceKind> = Omit<PoolResource<Kind>, 'createdAt' | 'modifiedAt' | 'version'>

export function newResource<Kind extends ResourceKind>(
  made: NewResource<Kind>,
  { clock }: Pick<World, 'clock'>,
): PoolResource<Kind> {
  const now = clock.now()
  return { ...made, createdAt: now, modifiedAt: now, version: 1 }
}
