import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'
import type { RightAnswer, Situation } from './challenges/challenge.ts'
import { unlocked } from './guarded-answer.ts'

/**
 * What takes a right answer in. Spent comes before what the answer changes: a second one must not be told what it would
 * have changed.
 */
export function accepted(
  spent: Statement,
  right: RightAnswer,
  situation: Situation,
  world: World,
): readonly Statement[] {
  return [...unlocked(situation, world), spent, ...asJudged(right, world), ...right.statements]
}

/**
 * Whoever was given another password, disabled or deleted since they were judged is judged again: a sign-in must not
 * outlive what ended every session. Saving them asks the same. A sign-out alone is no reason: it ends what was there.
 */
function asJudged({ before, user }: RightAnswer, { store }: Pick<World, 'store'>): readonly Statement[] {
  return user === before ? [store.users.unchanged(before)] : []
}
