import type { Pool } from '../../domain/pool.ts'
import { sessionIdMalformed, sessionNotFound, sessionTrackingOff } from '../../domain/refusals.ts'
import { tracksSessions } from '../../domain/session-tracking.ts'
import type { Session } from '../../domain/session.ts'
import { sessionIdOf } from '../../domain/token-session-id.ts'
import type { User } from '../../domain/user.ts'
import type { World } from '../world.ts'

/** One of the user's live sessions, by the id that clients know it by. There are no SSO sessions yet. */
export async function requireSession(
  pool: Pool,
  { sub }: Pick<User, 'sub'>,
  called: string,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<Session> {
  if (!tracksSessions(pool.settings)) throw sessionTrackingOff()
  if (!/^(?:tkn|sso)[0-9a-z]{25}$/.test(called)) throw sessionIdMalformed()
  const id = sessionIdOf(called)
  const session = id === undefined ? undefined : await store.sessions.find(pool.id, sub, id)
  if (!session || session.revokedAt !== undefined || session.expiresAt <= clock.now()) throw sessionNotFound()
  return session
}
