import type { World } from '../world.ts'
import { asked } from './asked.ts'
import type { Situation } from './challenges/challenge.ts'
import { challengeOf } from './challenges/challenges.ts'
import { decideWith } from './decide-with.ts'
import type { Step } from './sign-in.ts'

/** Asks the question that the attempt begins with. */
export async function ask(situation: Situation, world: World): Promise<Step> {
  const question = await challengeOf(situation.attempt).ask(situation, world)
  if ('refusal' in question) throw question.refusal
  await decideWith(question, [], world)
  return asked(question, situation)
}
