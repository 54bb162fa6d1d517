import type { FeedbackValueType } from '@cognate/wire/user-pools.ts'
import type { AuthEvent } from '../../domain/auth-event.ts'

/** Where a person says with one click whether it was them; the page is pages/auth-event-feedback.ts. `publicUrl` ends without a slash. */
export function feedbackLink(
  publicUrl: string,
  said: {
    readonly event: Pick<AuthEvent, 'poolId' | 'id'>
    readonly username: string
    readonly token: string
    readonly value: FeedbackValueType
  },
): string {
  const query = new URLSearchParams({
    user_name: said.username,
    event_id: said.event.id,
    feedback_token: said.token,
    feedback_value: said.value,
  })
  return `${publicUrl}/${said.event.poolId}/authEventFeedback?${query.toString()}`
}
