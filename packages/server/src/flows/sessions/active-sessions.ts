import { hasOutlivedItsClient } from '../../domain/has-outlived-its-client.ts'
import type { Pool } from '../../domain/pool.ts'
import { invalid, sessionTrackingOff } from '../../domain/refusals.ts'
import { tracksSessions } from '../../domain/session-tracking.ts'
import type { Session } from '../../domain/session.ts'
import type { User } from '../../domain/user.ts'
import type { World } from '../world.ts'

/** They come in one page: no place to go on from was ever given out. */
const mostListed = 125

/**
 * The user's live sessions, the last used first, without those of clients that are gone.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListUserSessions.html
 */
export async function activeSessions(
  pool: Pool,
  { sub }: Pick<User, 'sub'>,
  place: string | undefined,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<readonly Session[]> {
  if (!tracksSessions(pool.settings)) throw sessionTrackingOff()
  if (place !== undefined) throw invalid('Invalid pagination token.')
  const sessions = await store.sessions.active({ poolId: pool.id, sub }, clock.now(), mostListed)
  const ids = [...new Set(sessions.map(({ clientId }) => clientId))]
  const clients = new Map(
    await Promise.all(ids.map(async (id) => [id, await store.clients.find(pool.id, id)] as const)),
  )
  return sessions.filter((session) => {
    const client = clients.get(session.clientId)
    return client !== undefined && !hasOutlivedItsClient(session, client)
  })
}
