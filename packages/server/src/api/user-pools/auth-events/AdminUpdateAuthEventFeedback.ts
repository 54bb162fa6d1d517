import { checkThreatProtection } from '../../../domain/risk-configuration.ts'
import { requireUser } from '../../../flows/find-user.ts'
import { giveFeedback } from '../../../flows/threats/give-feedback.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminUpdateAuthEventFeedback = operation(
  'AdminUpdateAuthEventFeedback',
  'operator',
  async (input, context) => {
    const pool = await operatorPool(input.UserPoolId, context)
    checkThreatProtection(pool)
    const { sub } = await requireUser(pool, input.Username, context)
    const event = { poolId: pool.id, who: sub, id: input.EventId }
    await giveFeedback(event, { value: input.FeedbackValue, provider: 'Admin' }, context)
    return {}
  },
)
