import { functionAnswerUnreadable, wrongCredentials } from '../../domain/refusals.ts'
import { defineAuthChallenge } from '../triggers/define-auth-challenge.ts'
import type { World } from '../world.ts'
import { askCustomChallenge, customAuthEvent, resultsOf } from './challenges/custom-challenge.ts'
import type { Question, Situation } from './challenges/challenge.ts'
import { passwordVerifier } from './challenges/password-verifier.ts'

/** What a function wants next: nothing more, or a question that is ready to be asked. */
export type Wanted =
  | 'nothing'
  | { readonly asked: 'CUSTOM_CHALLENGE' | 'PASSWORD_VERIFIER'; readonly question: Question }

/**
 * Asks the pool's function what a custom sign-in still lacks. The password can be asked for where the client began with its
 * half of SRP, and only then. https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-define-auth-challenge.html
 */
export async function nextCustomQuestion(situation: Situation, world: World): Promise<Wanted> {
  const { challengeName, issueTokens, failAuthentication } = await defineAuthChallenge(
    customAuthEvent(situation),
    resultsOf(situation),
    world,
  )
  if (failAuthentication) throw wrongCredentials()
  if (issueTokens) return 'nothing'
  if (challengeName === 'CUSTOM_CHALLENGE')
    return { asked: challengeName, question: await askCustomChallenge(situation, world) }
  if (challengeName !== 'PASSWORD_VERIFIER' || situation.attempt.memory['A'] === undefined)
    throw functionAnswerUnreadable()
  const question = await passwordVerifier.ask(situation, world)
  if ('refusal' in question) throw question.refusal
  return { asked: challengeName, question }
}
