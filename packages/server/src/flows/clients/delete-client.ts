import { ownedByClient } from '../../domain/pool-resource.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'

/** The client and what was made for it alone. */
export async function deleteClient(
  find: () => Promise<{ readonly pool: Pool; readonly client: AppClient }>,
  { store }: Pick<World, 'store'>,
): Promise<void> {
  const { clients, resources } = store
  await settled(async () => {
    const { pool, client } = await find()
    // Saved first, so that something that was made for it meanwhile is a conflict and is then seen.
    await store.decide([
      clients.save(client),
      ...clients.remove(pool.id, client.id),
      resources.removeOwned(pool.id, ownedByClient(client.id)),
    ])
  })
}
