import type { Pool } from '../../../domain/pool.ts'
import { missingParameter, wrongCredentials } from '../../../domain/refusals.ts'
import type { User } from '../../../domain/user.ts'
import { newPassword, passwordMatches } from '../../passwords/password.ts'
import type { World } from '../../world.ts'
import type { Challenge, RightAnswer } from './challenge.ts'

/** The password itself, over TLS: USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH. */
export const password: Challenge = {
  guarded: { kind: 'Password', wrong: wrongCredentials },

  ask: async () => ({ parameters: {} }),

  async judge(answers, { attempt, pool, user }, world) {
    const given = answers['PASSWORD']
    if (given === undefined) throw missingParameter('PASSWORD')
    const holder = user ?? { sub: attempt.who, username: attempt.username }
    const matches = await passwordMatches(given, user?.credentials.password, { pool, user: holder }, world)
    return matches && user ? rightPassword(given, { pool, user }, world) : 'wrong'
  },
}

/** A password that was imported as another system kept it is kept in our way from now on: SRP needs that. */
async function rightPassword(
  given: string,
  { pool, user: before }: { readonly pool: Pool; readonly user: User },
  world: World,
): Promise<RightAnswer> {
  if (before.credentials.password?.kind !== 'imported')
    return { proof: 'PASSWORD', before, user: before, statements: [] }
  const password = await newPassword(given, { pool, user: before }, world)
  const user: User = { ...before, credentials: { ...before.credentials, password } }
  return { proof: 'PASSWORD', before, user, statements: world.store.users.save(user, before) }
}
