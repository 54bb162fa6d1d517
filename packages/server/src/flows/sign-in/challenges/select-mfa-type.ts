import type { MfaFactor } from '../../../domain/mfa-factor.ts'
import type { Pool } from '../../../domain/pool.ts'
import { missingParameter, wrongMfaType } from '../../../domain/refusals.ts'
import type { User } from '../../../domain/user.ts'
import type { Attempt } from '../attempt.ts'
import { secondFactors } from '../next.ts'
import type { Challenge } from './challenge.ts'

/** Which of several second factors the user wants to show. The developer guide calls e-mail EMAIL_MFA here. */
export const selectMfaType: Challenge = {
  async ask({ attempt, pool, user }) {
    const MFAS_CAN_CHOOSE = JSON.stringify(user ? choicesOf(attempt, pool, user) : [])
    return { parameters: { MFAS_CAN_CHOOSE, USER_ID_FOR_SRP: attempt.username } }
  },

  async judge(answers, { attempt, pool, user }) {
    const answer = answers['ANSWER']
    if (answer === undefined) throw missingParameter('ANSWER')
    if (!user) return 'wrong'
    const wanted = answer === 'EMAIL_MFA' ? 'EMAIL_OTP' : answer
    const chosen = choicesOf(attempt, pool, user).find((factor) => factor === wanted)
    if (!chosen) throw wrongMfaType()
    return { proof: `CHOSE ${chosen}`, before: user, user, statements: [] }
  },
}

function choicesOf({ aim, demands, proofs }: Attempt, pool: Pool, user: User): readonly MfaFactor[] {
  return demands ?? secondFactors({ aim, proofs, pool, user })
}
