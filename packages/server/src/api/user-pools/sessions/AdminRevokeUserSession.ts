import { requireUser } from '../../../flows/find-user.ts'
import { requireSession } from '../../../flows/sessions/require-session.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

/** RevokeAssociatedSessions would end the SSO session that it came through; there is none yet. */
export const AdminRevokeUserSession = operation('AdminRevokeUserSession', 'operator', async (input, context) => {
  const { store, clock } = context
  const pool = await operatorPool(input.UserPoolId, context)
  const user = await requireUser(pool, input.Username, context)
  const session = await requireSession(pool, user, input.SessionId, context)
  await store.decide([store.sessions.revoke(session, clock.now())])
  return {}
})
