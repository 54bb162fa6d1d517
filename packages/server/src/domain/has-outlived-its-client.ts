import type { AppClient } from './pool.ts'
import type { Session } from './session.ts'

/** Whether a session was opened through a client that was deleted, and whose id another one was given since. */
export function hasOutlivedItsClient(session: Session, client: AppClient): boolean {
  return session.authenticatedAt < client.createdAt
}
