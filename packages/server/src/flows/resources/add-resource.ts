import type { PoolResource, ResourceKind } from '../../domain/pool-resource.ts'
import { Refusal } from '../../domain/refusal.ts'
import { resourceQuotas } from '../../domain/resource-quotas.ts'
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

/** Refuses one more of a kind than a pool may have. */
export async function checkQuota(
  poolId: string,
  kind: keyof typeof resourceQuotas,
  { store }: Pick<World, 'store'>,
): Promise<void> {
  const most = resourceQuotas[kind]
  if ((await store.resources.count(poolId, kind)) >= most)
    throw new Refusal('LimitExceededException', `${poolId} already has ${most} of ${kind}.`)
}
