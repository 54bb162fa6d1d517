import type { World } from '../world.ts'
import type { Situation } from './challenges/challenge.ts'

/** With the user as they are now; looks for nobody as well, so that it costs the same. */
export async function withUser(
  place: Omit<Situation, 'user'>,
  { store, journal }: Pick<World, 'store' | 'journal'>,
): Promise<Situation> {
  const user = await store.users.findBySub(place.pool.id, place.attempt.who)
  if (user) journal.about({ sub: user.sub, userName: user.username })
  return { ...place, user }
}
