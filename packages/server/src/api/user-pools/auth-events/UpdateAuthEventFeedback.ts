import { userFeedback } from '../../../flows/threats/user-feedback.ts'
import { operation } from '../../operation.ts'

export const UpdateAuthEventFeedback = operation('UpdateAuthEventFeedback', 'anyone', async (input, context) => {
  await userFeedback(
    {
      poolId: input.UserPoolId,
      username: input.Username,
      eventId: input.EventId,
      token: input.FeedbackToken,
      value: input.FeedbackValue,
    },
    context,
  )
  return {}
})
