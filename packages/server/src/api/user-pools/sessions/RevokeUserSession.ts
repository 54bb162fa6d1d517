import { sessionIsCurrent } from '../../../domain/refusals.ts'
import { requireSession } from '../../../flows/sessions/require-session.ts'
import { operation } from '../../operation.ts'

/** RevokeAssociatedSessions would end the SSO session that it came through; there is none yet. */
export const RevokeUserSession = operation('RevokeUserSession', 'user', async (input, context) => {
  const { store, clock, caller } = context
  const session = await requireSession(caller.pool, caller.user, input.SessionId, context)
  if (session.id === caller.session.id) throw sessionIsCurrent()
  await store.decide([store.sessions.revoke(session, clock.now())])
  return {}
})
