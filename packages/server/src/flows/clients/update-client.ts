import type { UpdateUserPoolClientRequest } from '@cognate/wire/user-pools.ts'
import { settingsOfUpdatedClient } from '../../domain/client-settings.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'
import { offeredTo } from './offered-to.ts'

/** Replaces the client's settings; starts over when somebody else saved the client meanwhile. */
export async function updateClient(
  find: () => Promise<{ readonly pool: Pool; readonly client: AppClient }>,
  requested: UpdateUserPoolClientRequest,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<AppClient> {
  return settled(async () => {
    const { pool, client } = await find()
    const secrets = await store.clients.secrets(client.id)
    const offered = await offeredTo(requested, pool.id, { store })
    const settings = settingsOfUpdatedClient(client, requested, { pool, hasSecret: secrets.length > 0, offered })
    const updated = { ...client, settings, modifiedAt: clock.now() }
    await store.decide([store.clients.save(updated)])
    return updated
  })
}
