import type { AuthEvent } from '../../domain/auth-event.ts'
import type { World } from '../world.ts'
import type { Concerned } from './new-event.ts'

/** Of those that let the user in as many as of the others. */
const mostEvents = 100

class UserGone extends Error {
  override readonly name = 'UserGone'
}

/** Keeps an event, unless its user is gone meanwhile. Costs the same for nobody. */
export async function keepEvent(
  event: AuthEvent,
  { isUser }: Pick<Concerned, 'isUser'>,
  { store }: Pick<World, 'store'>,
): Promise<void> {
  const gone = isUser === 'yes' ? () => new UserGone() : undefined
  try {
    await store.decide(store.authEvents.put(event, mostEvents, gone))
  } catch (error) {
    if (!(error instanceof UserGone)) throw error
  }
}
