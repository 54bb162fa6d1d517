import { missingParameter, wrongCredentials } from '../../../domain/refusals.ts'
import { passwordMatches } from '../../passwords/password.ts'
import type { Challenge } from './challenge.ts'

/** The password itself, over TLS: USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH. */
export const password: Challenge = {
  guarded: { kind: 'Password', wrong: wrongCredentials },

  ask: async () => ({ parameters: {} }),

  async judge(answers, { attempt, pool, user }, world) {
    const given = answers['PASSWORD']
    if (given === undefined) throw missingParameter('PASSWORD')
    const holder = user ?? { sub: attempt.who, username: attempt.username }
    const matches = await passwordMatches(given, user?.credentials.password, { pool, user: holder }, world)
    return matches && user ? { proof: 'PASSWORD', before: user, user, statements: [] } : 'wrong'
  },
}
