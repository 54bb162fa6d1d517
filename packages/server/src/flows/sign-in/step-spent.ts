import { sessionSpent } from '../../domain/refusals.ts'
import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'
import type { Situation } from './challenges/challenge.ts'

/** A question is answered once with an answer that leads on. */
export function stepSpent({ attempt }: Situation, { store }: Pick<World, 'store'>): Statement {
  const { poolId, id: attemptId, step, expiresAt } = attempt
  return store.sessions.spend({ poolId, attemptId, step, expiresAt }, sessionSpent)
}
