import type { AuthEvent, EventFeedback } from '../../domain/auth-event.ts'
import { eventNotFound } from '../../domain/refusals.ts'
import type { World } from '../world.ts'

/** Keeps whether it was the user, which the risk of what comes next is judged by. */
export async function giveFeedback(
  event: Pick<AuthEvent, 'poolId' | 'who' | 'id'>,
  { value, provider }: Omit<EventFeedback, 'givenAt'>,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<void> {
  await store.decide([store.authEvents.judge(event, { value, provider, givenAt: clock.now() }, eventNotFound)])
}
