import type { CreateManagedLoginBrandingRequest, UpdateManagedLoginBrandingRequest } from '@cognate/wire/user-pools.ts'
import { newBranding, updatedBranding } from '../../domain/branding.ts'
import { ownedByClient, type PoolResource } from '../../domain/pool-resource.ts'
import type { Pool } from '../../domain/pool.ts'
import { Refusal } from '../../domain/refusal.ts'
import { settled } from '../../store/settled.ts'
import { clientStays } from '../clients/client-stays.ts'
import { mostInPool } from '../quotas/most-in-pool.ts'
import { newResource } from '../resources/add-resource.ts'
import { changeResource } from '../resources/change-resource.ts'
import type { World } from '../world.ts'

type Branding = PoolResource<'ManagedLoginBranding'>

/** A style for a client that has none. */
export function addBranding(requested: CreateManagedLoginBrandingRequest, pool: Pool, world: World): Promise<Branding> {
  const { store, random } = world
  const poolId = pool.id
  const { ClientId } = requested
  const document = newBranding(requested)
  const owner = ownedByClient(ClientId)
  return settled(async () => {
    const holding = await clientStays(poolId, ClientId, world)
    const most = await mostInPool('ManagedLoginBrandings', pool, world)
    const name = random.uuid()
    const branding = newResource({ poolId, kind: 'ManagedLoginBranding', name, owner, document }, world)
    const lead = { poolId, kind: 'BrandingOfClient', name: ClientId, owner } as const
    const ofClient = newResource({ ...lead, document: { ManagedLoginBrandingId: name } }, world)
    await store.decide([
      ...holding,
      store.resources.add(ofClient, () => clientHasBranding(ClientId)),
      store.resources.add(branding, () => new Error('A branding id came twice')),
      store.resources.atMost(poolId, 'ManagedLoginBranding', most),
    ])
    return branding
  })
}

export async function findBranding(poolId: string, id: string, { store }: Pick<World, 'store'>): Promise<Branding> {
  const branding = await store.resources.find(poolId, 'ManagedLoginBranding', id)
  if (!branding) throw notFound(`Managed login branding ${id} does not exist.`)
  return branding
}

export async function brandingOfClient(
  poolId: string,
  clientId: string,
  world: Pick<World, 'store'>,
): Promise<Branding> {
  const lead = await world.store.resources.find(poolId, 'BrandingOfClient', clientId)
  if (!lead) throw notFound(`User pool client ${clientId} has no managed login branding.`)
  return findBranding(poolId, lead.document.ManagedLoginBrandingId, world)
}

export function updateBranding(
  requested: UpdateManagedLoginBrandingRequest,
  poolId: string,
  id: string,
  world: World,
): Promise<Branding> {
  const change = ({ document }: Branding) => ({ document: updatedBranding(document, requested) })
  return changeResource(() => findBranding(poolId, id, world), change, world)
}

export async function removeBranding(poolId: string, id: string, world: Pick<World, 'store'>): Promise<void> {
  const { resources, decide } = world.store
  await settled(async () => {
    const branding = await findBranding(poolId, id, world)
    const lead = await resources.find(poolId, 'BrandingOfClient', branding.document.ClientId)
    await decide([resources.remove(branding), ...(lead ? [resources.remove(lead)] : [])])
  })
}

const notFound = (message: string) => new Refusal('ResourceNotFoundException', message)
const clientHasBranding = (clientId: string) =>
  new Refusal('ManagedLoginBrandingExistsException', `User pool client ${clientId} already has a branding style.`)
