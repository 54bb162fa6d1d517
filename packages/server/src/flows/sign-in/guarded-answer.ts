import { tooManyPasswords, wrongCredentials } from '../../domain/refusals.ts'
import type { Statement } from '../../store/statement.ts'
import type { Guard } from '../../store/user-store.ts'
import type { World } from '../world.ts'
import type { Situation } from './challenges/challenge.ts'
import { challengeOf } from './challenges/challenges.ts'

/** Counted in the store before it is told, and told only if it could be counted: parallel guesses cannot race the lock. */
export async function refuseWrong(situation: Situation, { store, clock }: World): Promise<never> {
  const { kind, wrong } = challengeOf(situation.attempt).guarded ?? unguarded
  await store.decide([store.guards.missPassword(guardOf(kind, situation, clock), tooManyPasswords)])
  throw wrong()
}

/** Nobody is there any more who could be asked. */
const unguarded = { kind: 'Password', wrong: wrongCredentials }

/** Who gave the right answer is told why it does not help, but not while locked. */
export async function refuseRight(
  refusal: Error,
  situation: Situation,
  world: World,
  statements: readonly Statement[] = [],
): Promise<never> {
  await world.store.decide([...unlocked(situation, world), ...statements])
  throw refusal
}

/** The right answer forgets the wrong ones before it, unless they have locked the user. */
export function unlocked(situation: Situation, { store, clock }: Pick<World, 'store' | 'clock'>): readonly Statement[] {
  const { guarded } = challengeOf(situation.attempt)
  return guarded ? [store.guards.clearPassword(guardOf(guarded.kind, situation, clock), tooManyPasswords)] : []
}

function guardOf(kind: string, { attempt, pool }: Situation, clock: World['clock']): Guard {
  return { poolId: pool.id, who: attempt.who, kind, now: clock.now() }
}
