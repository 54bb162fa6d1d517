import type { EventResponseType } from '@cognate/wire/user-pools.ts'
import type { EventRisk } from '../../domain/auth-event.ts'
import type { RiskResponse } from '../../domain/risk-response.ts'
import type { World } from '../world.ts'
import { answeredChallenges } from './answered-challenges.ts'
import type { Gathered } from './gather.ts'
import { keepEvent } from './keep-event.ts'
import { newEvent } from './new-event.ts'
import { notifyOfRisk } from './notify-of-risk.ts'

export interface Outcome {
  readonly went: EventResponseType
  /** Whether the answer itself was right. */
  readonly answer: 'right' | 'wrong'
  readonly risk: EventRisk
  /** What was done about a risk, if it was judged now. */
  readonly response: RiskResponse | undefined
}

/** Keeps how an answer went, and tells the user of a risk. */
export async function keepSignIn(
  { situation, settings, eventId, prior }: Gathered,
  { went, answer, risk, response }: Outcome,
  world: World,
): Promise<void> {
  const { attempt, pool, user, origin } = situation
  const concerned = { pool, who: attempt.who, isUser: user ? 'yes' : 'no', origin } as const
  const challenges = answeredChallenges(prior?.challenges, attempt.asked, answer)
  const event = newEvent({ id: eventId, type: 'SignIn', response: went, risk, challenges }, concerned, world)
  await keepEvent(event, concerned, world)
  const configured = settings.AccountTakeoverRiskConfiguration?.NotifyConfiguration
  if (user && response) await notifyOfRisk({ pool, user, event, response, configured }, world)
  const { level, decision, compromised } = risk
  if (level || compromised)
    world.log.info('a sign-in was strange', { pool: pool.id, event: eventId, level, decision, compromised, went })
}
