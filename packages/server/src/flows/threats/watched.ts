import type { AdvancedSecurityEnabledModeType } from '@cognate/wire/user-pools.ts'
import { threatMode } from '../../domain/threat-mode.ts'
import type { Answers, Situation } from '../sign-in/challenges/challenge.ts'
import type { Step } from '../sign-in/sign-in.ts'
import type { World } from '../world.ts'
import { isFailure } from './is-failure.ts'
import { openWatch } from './sign-in-watch.ts'

/** Goes on with a sign-in under the eyes of threat protection, where the pool has it; costs nothing where it has not. */
export async function watched(
  situation: Situation,
  answers: Answers,
  goOn: (situation: Situation) => Promise<Step>,
  world: World,
): Promise<Step> {
  const mode = threatMode(situation.pool, situation.attempt.rounds ? 'custom' : 'standard')
  return mode === 'OFF' ? goOn(situation) : underWatch({ situation, answers, mode }, goOn, world)
}

/** How it went is kept before it is told, so that nobody guesses faster than is counted. */
async function underWatch(
  what: {
    readonly situation: Situation
    readonly answers: Answers
    readonly mode: AdvancedSecurityEnabledModeType
  },
  goOn: (situation: Situation) => Promise<Step>,
  world: World,
): Promise<Step> {
  const watch = await openWatch(what, world)
  try {
    if (watch.refusal) throw watch.refusal
    const step = await goOn({ ...what.situation, watch })
    await watch.keep(step.kind === 'admitted' ? 'Pass' : 'InProgress')
    return step
  } catch (error) {
    if (isFailure(error)) await watch.keep('Fail')
    throw error
  }
}
