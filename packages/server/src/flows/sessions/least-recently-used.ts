import type { Pool } from '../../domain/pool.ts'
import { noSessionTracking, tracksSessions } from '../../domain/session-tracking.ts'
import type { Session } from '../../domain/session.ts'
import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'

/** Ends what a user has too many of when `session` is opened; goes last in the decision that opens it. */
export function leastRecentlyUsed(
  session: Session,
  { settings }: Pool,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): readonly Statement[] {
  if (!tracksSessions(settings)) return []
  const { MaxPerUser } = (settings.Sessions ?? noSessionTracking).TokenSession
  return [store.sessions.evict(session, MaxPerUser, clock.now())]
}
