import { activeSessions } from '../../../flows/sessions/active-sessions.ts'
import { operation } from '../../operation.ts'
import { sessionView } from '../views/session.ts'

export const ListUserSessions = operation('ListUserSessions', 'user', async (input, context) => {
  const { pool, user, session } = context.caller
  const sessions = await activeSessions(pool, user, input.NextToken, context)
  return { Sessions: sessions.map((each) => sessionView(each, session.id)) }
})
