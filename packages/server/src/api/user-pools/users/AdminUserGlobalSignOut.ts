import { requireUser } from '../../../flows/find-user.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminUserGlobalSignOut = operation('AdminUserGlobalSignOut', 'operator', async (input, context) => {
  const { store, clock } = context
  const pool = await operatorPool(input.UserPoolId, context)
  const user = await requireUser(pool, input.Username, context)
  await store.decide([store.sessions.revokeAll(pool.id, user.sub, clock.now())])
  return {}
})
