import { challengeNotAvailable, levelUnreachable, missingParameter } from '../../../domain/refusals.ts'
import { passkeyQuestion } from '../../passkeys/passkey-question.ts'
import { beginWith } from '../begin-with.ts'
import { firstFactors } from '../first-factors.ts'
import type { Challenge } from './challenge.ts'

/**
 * What the user wants to begin with, of what they have. A passkey may be shown with the choice, so what it has to sign
 * goes with the question.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
 */
export const selectChallenge: Challenge = {
  async ask(situation, world) {
    const available = firstFactors(situation)
    if (available.length === 0) return { refusal: levelUnreachable() }
    const passkey = available.includes('WEB_AUTHN') ? await passkeyQuestion(situation, world) : undefined
    return { parameters: {}, ...passkey, available }
  },

  async judge(answers, situation) {
    const answer = answers['ANSWER']
    if (!answer) throw missingParameter('ANSWER')
    const factor = firstFactors(situation).find((available) => available === answer)
    if (!factor) throw challengeNotAvailable()
    return beginWith(factor, answers)
  },
}
