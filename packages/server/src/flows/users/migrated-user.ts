import { changedMfaPreference } from '../../domain/mfa-preference.ts'
import { foldName } from '../../domain/names.ts'
import type { Pool } from '../../domain/pool.ts'
import { factorNotSetUp, functionAnswerUnreadable } from '../../domain/refusals.ts'
import type { MfaPreference, User } from '../../domain/user.ts'
import { newPassword } from '../passwords/password.ts'
import { newUser, type NewUser } from '../sign-up/new-user.ts'
import type { Migrant, UserMigration } from '../triggers/user-migration.ts'
import type { World } from '../world.ts'

/**
 * Somebody as another directory knows them, who is not kept yet; the name they were called by must lead to them. The
 * pool's policy is not asked about their password, and required attributes may be missing.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html
 */
export async function migratedUser(
  { username, attributes, status, enableSmsMfa }: Migrant,
  { pool, name, password }: Pick<UserMigration, 'pool' | 'name' | 'password'>,
  world: World,
): Promise<NewUser> {
  const made = newUser({ pool, username, attributes, status }, world)
  const called = foldName(pool, name)
  if (![made.login, ...made.aliases].some((known) => known.name === called)) throw functionAnswerUnreadable()
  const credentials = {
    ...made.user.credentials,
    ...(password && { password: await newPassword(password, { pool, user: made.user }, world) }),
    ...(enableSmsMfa && { mfa: smsMfa(pool, made.user) }),
  }
  return { ...made, user: { ...made.user, credentials } }
}

/** Where the pool has no MFA, or the user no number, the migration fails [D]. */
function smsMfa(pool: Pool, user: User): MfaPreference {
  const mfa = changedMfaPreference(pool, user, { SMS_MFA: { Enabled: true } })
  if (!mfa) throw factorNotSetUp('SMS_MFA')
  return mfa
}
