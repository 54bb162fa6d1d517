import type { CreateResourceServerRequest } from '@cognate/wire/user-pools.ts'
import type { PoolResource } from '../../domain/pool-resource.ts'
import type { Pool } from '../../domain/pool.ts'
import { invalid, resourceServerNotFound } from '../../domain/refusals.ts'
import { resourceServerDocument } from '../../domain/resource-server-rules.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'
import { poolStays } from '../pools/pool-stays.ts'
import { mostInPool } from '../quotas/most-in-pool.ts'
import { newResource } from './add-resource.ts'
import { changeResource } from './change-resource.ts'

type ResourceServer = PoolResource<'ResourceServer'>
type Requested = Omit<CreateResourceServerRequest, 'UserPoolId'>

export async function findResourceServer(
  poolId: string,
  identifier: string,
  { store }: Pick<World, 'store'>,
): Promise<ResourceServer> {
  const server = await store.resources.find(poolId, 'ResourceServer', identifier)
  if (!server) throw resourceServerNotFound(identifier)
  return server
}

export async function addResourceServer(pool: Pool, requested: Requested, world: World): Promise<ResourceServer> {
  const { Identifier: name } = requested
  const document = resourceServerDocument(requested)
  const most = await mostInPool('ResourceServers', pool, world)
  const poolId = pool.id
  const server = newResource({ poolId, kind: 'ResourceServer', name, document }, world)
  const taken = () => invalid(`${name} already exists in user pool ${poolId}.`)
  const { resources, decide } = world.store
  await decide([
    poolStays(poolId, world),
    resources.add(server, taken),
    resources.atMost(poolId, 'ResourceServer', most),
  ])
  return server
}

/** Replaces name and scopes. */
export function replaceResourceServer(poolId: string, requested: Requested, world: World): Promise<ResourceServer> {
  const find = () => findResourceServer(poolId, requested.Identifier, world)
  return changeResource(find, () => ({ document: resourceServerDocument(requested) }), world)
}

/** Clients that name its scopes keep naming them, to no effect. */
export async function removeResourceServer(poolId: string, identifier: string, world: World): Promise<void> {
  await settled(async () => {
    const server = await findResourceServer(poolId, identifier, world)
    await world.store.decide([world.store.resources.remove(server)])
  })
}
