import { checkThreatProtection } from '../../../domain/risk-configuration.ts'
import { requireUser } from '../../../flows/find-user.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { pageToken, placeOf } from '../../page-token.ts'
import { authEventView } from '../views/auth-event.ts'

/** As many as there are in a page where nothing is said, or nothing is asked for [D]. */
const pageSize = 60

/** Newest first. */
export const AdminListUserAuthEvents = operation('AdminListUserAuthEvents', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  checkThreatProtection(pool)
  const { sub } = await requireUser(pool, input.Username, context)
  const list = `auth-events:${pool.id}:${sub}`
  const place = placeOf(input.NextToken, list, context.sealer)
  const page = { limit: input.MaxResults || pageSize, ...place }
  const { items, next } = await context.store.authEvents.list(pool.id, sub, page)
  return {
    AuthEvents: items.map((event) => authEventView(event, context)),
    NextToken: pageToken(next, list, context.sealer),
  }
})
