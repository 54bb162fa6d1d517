import type { ImportFormat } from '../../domain/import-row.ts'
import { importRow } from '../../domain/import-row.ts'
import { checkNewAttributes } from '../../domain/user-attributes.ts'
import type { User } from '../../domain/user.ts'
import { importedPassword } from '../passwords/password.ts'
import { newUser, type NewUser } from '../sign-up/new-user.ts'
import type { World } from '../world.ts'

/**
 * The user that a line describes, who is not kept yet. With a password hash they are confirmed, without one they have to
 * reset their password. Refuses a line that the pool does not allow.
 */
export function importedUser(line: string, format: ImportFormat, world: World): NewUser {
  const { pool, passwordHashing } = format
  const { username, attributes, mfaEnabled, passwordHash } = importRow(line, format)
  const hashed = passwordHashing && passwordHash ? { algorithm: passwordHashing, hash: passwordHash } : undefined
  const made = newUser({ pool, username, attributes, status: hashed ? 'CONFIRMED' : 'RESET_REQUIRED' }, world)
  checkNewAttributes(made.user.attributes, pool)
  const user: User = {
    ...made.user,
    credentials: {
      ...made.user.credentials,
      ...(hashed && { password: importedPassword(hashed, { pool, user: made.user }, world) }),
      ...(mfaEnabled && { mfa: { enabled: ['SMS_MFA'] } }),
    },
  }
  return { ...made, user }
}
