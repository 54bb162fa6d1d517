import { requireUser } from '../../../flows/find-user.ts'
import { activeSessions } from '../../../flows/sessions/active-sessions.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { sessionView } from '../views/session.ts'

export const AdminListUserSessions = operation('AdminListUserSessions', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const user = await requireUser(pool, input.Username, context)
  const sessions = await activeSessions(pool, user, input.NextToken, context)
  return { Sessions: sessions.map((each) => sessionView(each)) }
})
