import { missingParameter, userNotFound } from '../../../domain/refusals.ts'
import { hidesUserExistence } from '../../../domain/user-existence.ts'
import { createAuthChallenge } from '../../triggers/create-auth-challenge.ts'
import type { ChallengeResult, CustomAuthEvent } from '../../triggers/custom-auth-event.ts'
import { eventAttributes } from '../../triggers/event-attributes.ts'
import { verifyAuthChallengeResponse } from '../../triggers/verify-auth-challenge-response.ts'
import type { World } from '../../world.ts'
import type { Round } from '../attempt.ts'
import type { Answers, Question, Situation } from './challenge.ts'

/**
 * A question that a function makes up and judges. No Challenge of ours: a wrong answer is no end, it is for another function
 * to say what follows. What the function needs to judge the answer is carried sealed, and never shown.
 */
export async function askCustomChallenge(situation: Situation, world: World): Promise<Question> {
  const created = await createAuthChallenge(customAuthEvent(situation), resultsOf(situation), world)
  const { publicParameters, privateParameters, metadata } = created
  const kept = Object.entries(privateParameters).map(([name, value]) => [`${prefix}${name}`, value] as const)
  return {
    parameters: { ...publicParameters, USERNAME: situation.attempt.username },
    memory: { ...Object.fromEntries(kept), ...(metadata !== undefined && { metadata }) },
  }
}

/** The answer that is given, which may be empty. */
export function customAnswer(answers: Answers): string {
  const { ANSWER: answer } = answers
  if (answer === undefined) throw missingParameter('ANSWER')
  return answer
}

export async function judgeCustomChallenge(answer: string, situation: Situation, world: World): Promise<Round> {
  const { memory } = situation.attempt
  const kept = Object.entries(memory).filter(([name]) => name.startsWith(prefix))
  const privateParameters = Object.fromEntries(kept.map(([name, value]) => [name.slice(prefix.length), value]))
  const passed = await verifyAuthChallengeResponse(customAuthEvent(situation), { privateParameters, answer }, world)
  const { metadata } = memory
  return metadata === undefined ? ['CUSTOM_CHALLENGE', passed] : ['CUSTOM_CHALLENGE', passed, metadata]
}

/** Apart from what else a question must remember. */
const prefix = 'private:'

/** What functions are told of the sign-in; somebody who was removed on the way is nobody, as far as the client may know. */
export function customAuthEvent(situation: Situation): CustomAuthEvent {
  const { attempt, pool, client, user, clientMetadata } = situation
  const hides = hidesUserExistence(client)
  if (!user && !hides) throw userNotFound()
  return {
    pool,
    clientId: client.id,
    userName: attempt.username,
    userAttributes: eventAttributes(pool, user),
    userNotFound: hides ? user === undefined : undefined,
    clientMetadata,
  }
}

export function resultsOf({ attempt }: Pick<Situation, 'attempt'>): readonly ChallengeResult[] {
  return (attempt.rounds ?? []).map(([challengeName, challengeResult, challengeMetadata = null]) => ({
    challengeName,
    challengeResult,
    challengeMetadata,
  }))
}
