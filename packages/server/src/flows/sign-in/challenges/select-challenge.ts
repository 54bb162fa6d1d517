import { challengeNotAvailable, missingParameter } from '../../../domain/refusals.ts'
import { beginWith } from '../begin-with.ts'
import { firstFactors } from '../first-factors.ts'
import type { Challenge } from './challenge.ts'

/**
 * What the user wants to begin with, of what they have.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
 */
export const selectChallenge: Challenge = {
  async ask(situation, world) {
    return { parameters: {}, available: await firstFactors(situation, world) }
  },

  async judge(answers, situation, world) {
    const answer = answers['ANSWER']
    if (!answer) throw missingParameter('ANSWER')
    const factor = (await firstFactors(situation, world)).find((available) => available === answer)
    if (!factor) throw challengeNotAvailable()
    return beginWith(factor, answers)
  },
}
