import type { FeedbackValueType } from '@cognate/wire/user-pools.ts'
import { poolNotFound, wrongFeedbackToken } from '../../domain/refusals.ts'
import { checkThreatProtection } from '../../domain/risk-configuration.ts'
import { findUser } from '../find-user.ts'
import { nobody } from '../sign-in/identity.ts'
import type { World } from '../world.ts'
import { isFeedbackToken } from './feedback-token.ts'
import { giveFeedback } from './give-feedback.ts'

export interface UserFeedback {
  readonly poolId: string
  readonly username: string
  readonly eventId: string
  readonly token: string
  readonly value: FeedbackValueType
}

/**
 * What a user says of an event with the token of its notification, which alone lets them. Without the right one nobody
 * learns whether there is such a user or event.
 */
export async function userFeedback(said: UserFeedback, world: World): Promise<void> {
  const { poolId, username, eventId, token, value } = said
  const pool = await world.store.pools.find(poolId)
  if (!pool) throw poolNotFound(poolId)
  checkThreatProtection(pool)
  const user = await findUser(pool, username, world)
  const event = { poolId, who: user?.sub ?? nobody(username, pool, world), id: eventId }
  if (!isFeedbackToken(token, event, world)) throw wrongFeedbackToken()
  await giveFeedback(event, { value, provider: 'User' }, world)
}
