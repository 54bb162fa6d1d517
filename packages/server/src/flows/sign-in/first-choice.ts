import type { FirstFactor } from '../../domain/first-factor.ts'
import { beginWith } from './begin-with.ts'
import type { Answers, Choice } from './challenges/challenge.ts'

/**
 * With which question a sign-in by choice begins: with the preferred one where the user has what it asks for, with the
 * only one there is, or with the choice.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 */
export function firstChoice(available: readonly FirstFactor[], parameters: Answers): Choice {
  const preferred = available.find((factor) => factor === parameters['PREFERRED_CHALLENGE'])
  const only = available.length === 1 ? available[0] : undefined
  const factor = preferred ?? only
  return factor ? beginWith(factor, parameters) : { chosen: 'SELECT_CHALLENGE', memory: {} }
}
