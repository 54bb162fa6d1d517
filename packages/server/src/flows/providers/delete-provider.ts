import { ownedByProvider } from '../../domain/pool-resource.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'
import { findProvider } from './identity-provider.ts'
import { refuseOwnDirectory } from './refuse-own-directory.ts'

/** The provider and its identifiers. Clients that name it keep naming it, to no effect. */
export async function deleteProvider(poolId: string, name: string, world: World): Promise<void> {
  const { resources, decide } = world.store
  refuseOwnDirectory(name)
  await settled(async () => {
    const { resource } = await findProvider(poolId, name, world)
    await decide([resources.remove(resource), resources.removeOwned(poolId, ownedByProvider(name))])
  })
}
