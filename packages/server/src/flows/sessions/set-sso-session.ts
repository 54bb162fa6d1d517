import type { AppClient, ClientSettings, Pool } from '../../domain/pool.ts'
import { sessionTrackingOff } from '../../domain/refusals.ts'
import { checkSessionTier } from '../../domain/check-session-tier.ts'
import { tracksSessions } from '../../domain/session-tracking.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'

/** Replaces how a client lets SSO sessions be used again; starts over when somebody else saved the client meanwhile. */
export async function setSsoSession(
  find: () => Promise<{ readonly pool: Pool; readonly client: AppClient }>,
  SSOSession: ClientSettings['SSOSession'],
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<void> {
  await settled(async () => {
    const { pool, client } = await find()
    checkSessionTier(pool.settings)
    if (!tracksSessions(pool.settings)) throw sessionTrackingOff()
    const settings = { ...client.settings, SSOSession }
    await store.decide([store.clients.save({ ...client, settings, modifiedAt: clock.now() })])
  })
}
