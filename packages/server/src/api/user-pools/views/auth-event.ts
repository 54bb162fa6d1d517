import type { AuthEventType } from '@cognate/wire/user-pools.ts'
import type { AuthEvent } from '../../../domain/auth-event.ts'
import { unsealContext } from '../../../flows/threats/event-context.ts'
import type { World } from '../../../flows/world.ts'

export function authEventView(event: AuthEvent, world: Pick<World, 'sealer'>): AuthEventType {
  const { id, type, createdAt, response, risk, challenges, feedback } = event
  return {
    EventId: id,
    EventType: type,
    CreationDate: new Date(createdAt),
    EventResponse: response,
    EventRisk: {
      RiskDecision: risk.decision,
      RiskLevel: risk.level,
      CompromisedCredentialsDetected: risk.compromised,
    },
    ChallengeResponses: challenges.map(({ name, response: ChallengeResponse }) => ({
      ChallengeName: name,
      ChallengeResponse,
    })),
    EventContextData: unsealContext(event, world),
    EventFeedback: feedback && {
      FeedbackValue: feedback.value,
      Provider: feedback.provider,
      FeedbackDate: new Date(feedback.givenAt),
    },
  }
}
