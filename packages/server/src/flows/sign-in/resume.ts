import { sessionExpired, sessionInvalid } from '../../domain/refusals.ts'
import type { World } from '../world.ts'
import type { Attempt } from './attempt.ts'
import type { Situation } from './challenges/challenge.ts'
import { withUser } from './with-user.ts'

/** What a carried attempt is about, if it is of this client and still in time. */
export async function resume(
  attempt: Attempt | undefined,
  place: Pick<Situation, 'pool' | 'client' | 'origin' | 'clientMetadata'>,
  world: World,
): Promise<Situation> {
  if (!attempt || attempt.poolId !== place.pool.id || attempt.clientId !== place.client.id) throw sessionInvalid()
  if (attempt.expiresAt <= world.clock.now()) throw sessionExpired()
  world.journal.about({ flowId: attempt.id, calledAs: attempt.calledAs })
  return withUser({ attempt, ...place }, world)
}
