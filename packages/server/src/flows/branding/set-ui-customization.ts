import type { SetUICustomizationRequest } from '@cognate/wire/user-pools.ts'
import { allClients, ownedByClient, type PoolResource } from '../../domain/pool-resource.ts'
import { invalid } from '../../domain/refusals.ts'
import { checkUICustomization } from '../../domain/ui-customization-rules.ts'
import { clientStays } from '../clients/client-stays.ts'
import { newResource } from '../resources/add-resource.ts'
import { dropResource, putResource } from '../resources/put-resource.ts'
import type { World } from '../world.ts'

/** Replaces what a client's pages, or everybody's, look like; saying nothing gives the default back. */
export async function setUICustomization(
  { ClientId: name = allClients, CSS, ImageFile }: SetUICustomizationRequest,
  poolId: string,
  world: World,
): Promise<PoolResource<'UICustomization'>> {
  const document = { CSS, ImageFile }
  checkUICustomization(document)
  if ((await world.store.domains.ofPool(poolId)).length === 0)
    throw invalid('There has to be an existing domain associated with this user pool.')
  const made = { poolId, kind: 'UICustomization', name, owner: ownedByClient(name), document } as const
  const conditions = () => clientStays(poolId, name, world)
  if (CSS || ImageFile) return putResource(made, conditions, world)
  await dropResource(made, conditions, world)
  return newResource(made, world)
}
