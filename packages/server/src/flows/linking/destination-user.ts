import type { Pool } from '../../domain/pool.ts'
import { identityName, isOwnDirectory, type ProviderUser } from '../../domain/provider-user.ts'
import { userNotFound } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { requireUser } from '../find-user.ts'
import type { World } from '../world.ts'

/** By their username where the directory is the pool's own, otherwise by an identity that leads to them already. */
export async function destinationUser(
  pool: Pool,
  destination: ProviderUser,
  world: Pick<World, 'store' | 'journal'>,
): Promise<User> {
  if (isOwnDirectory(destination)) return requireUser(pool, destination.value, world)
  const user = await world.store.users.findByName(pool.id, identityName(destination).name, ['identity'])
  if (!user) throw userNotFound()
  return user
}
