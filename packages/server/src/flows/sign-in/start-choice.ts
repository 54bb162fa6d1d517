import { wrongCredentials } from '../../domain/refusals.ts'
import { hidesUserExistence } from '../../domain/user-existence.ts'
import { deviceKeyIn } from '../devices/presented-device.ts'
import type { World } from '../world.ts'
import type { Answers, Situation } from './challenges/challenge.ts'
import { ask } from './ask.ts'
import { begin } from './begin.ts'
import { firstChoice } from './first-choice.ts'
import { firstFactors } from './first-factors.ts'
import { identityOf } from './identity.ts'
import type { Initiation } from './initiation.ts'
import { nextChallenge } from './next.ts'
import { answer, goOnFrom, type Step } from './sign-in.ts'
import { stepUpOf } from './step-up.ts'
import { usernameIn } from './username-in.ts'

/**
 * USER_AUTH: the user is asked for what the client prefers or the user chooses, as far as an earlier sign-in has not shown
 * it.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 */
export async function startChoice(initiation: Initiation, world: World): Promise<Step> {
  const { pool, client, parameters, origin } = initiation
  const beginning = {
    pool,
    client,
    calledAs: usernameIn(parameters),
    flow: 'USER_AUTH',
    ...deviceKeyIn(parameters),
    asked: 'SELECT_CHALLENGE',
    memory: {},
    origin,
  } as const
  const found = withFactors(await begin(beginning, world), world)
  const situation = { ...found, attempt: { ...found.attempt, ...(await stepUpOf(parameters, found, world)) } }
  return furtherThanChoice(situation, world) ? goOnFrom(situation, world) : askFirst(situation, parameters, world)
}

/** Whether what was shown before leaves something else to ask than a first factor. */
function furtherThanChoice({ attempt, pool, user }: Situation, { clock }: World): boolean {
  if (!user || attempt.proofs.length === 0) return false
  return nextChallenge({ ...attempt, pool, user, now: clock.now() }) !== 'SELECT_CHALLENGE'
}

/** A password that came along is judged at once. */
async function askFirst(situation: Situation, parameters: Answers, world: World): Promise<Step> {
  const available = firstFactors(situation)
  const { chosen, memory } = firstChoice(available, parameters)
  const begun = { ...situation, attempt: { ...situation.attempt, asked: chosen, memory } }
  if (chosen === 'PASSWORD' && parameters['PASSWORD']) return answer(begun, parameters, world)
  const step = await ask(begun, world)
  return step.kind === 'challenge' ? { ...step, available } : step
}

/** Whoever has nothing to sign in with is answered as nobody is. */
function withFactors(situation: Situation, world: World): Situation {
  const { attempt, pool, client } = situation
  if (firstFactors(situation).length > 0) return situation
  if (!hidesUserExistence(client)) throw wrongCredentials()
  return {
    ...situation,
    user: undefined,
    attempt: { ...attempt, ...identityOf(undefined, attempt.calledAs, pool, world) },
  }
}
