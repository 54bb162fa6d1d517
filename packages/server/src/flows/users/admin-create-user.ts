import type { Pool } from '../../domain/pool.ts'
import { accountTaken, loginAttributeTaken, notBuiltYet } from '../../domain/refusals.ts'
import { temporaryUntil } from '../../domain/temporary-password.ts'
import { checkPassword } from '../../domain/password-policy.ts'
import type { Attributes, LoginName, User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { claimAliases } from '../attributes/claim-aliases.ts'
import { generatedPassword } from '../passwords/generated-password.ts'
import { newPassword } from '../passwords/password.ts'
import { newUser } from '../sign-up/new-user.ts'
import { refuseUnbuilt } from '../unbuilt.ts'
import type { World } from '../world.ts'
import { inviteBy, type Inviting } from './invite-by.ts'

export interface Creation extends Inviting {
  readonly pool: Pool
  readonly username: string
  readonly attributes: Attributes
  /** Made up where it is absent or blank. */
  readonly temporaryPassword: string | undefined
  /** Takes a verified address from the user whose alias it is, instead of refusing. */
  readonly forceAliasCreation: boolean
}

/** An administrator makes a user, who gets a temporary password and must exchange it at the first sign-in. */
export async function adminCreateUser(creation: Creation, world: World): Promise<User> {
  const { pool, username, attributes, forceAliasCreation: force } = creation
  refuseUnbuilt(pool, ['PreSignUp'])
  const temporaryPassword = givenOrMade(creation, world)
  const created = newUser({ pool, username, attributes, status: 'FORCE_CHANGE_PASSWORD' }, world)
  const { login, aliases } = created
  const until = temporaryUntil(pool, world.clock.now())
  const password = await newPassword(temporaryPassword, { pool, user: created.user, temporaryUntil: until }, world)
  const user: User = { ...created.user, credentials: { password, formerPasswords: [] } }
  const invitations = inviteBy(creation, { pool, user, temporaryPassword }, world)
  await settled(async () =>
    world.store.decide([
      ...world.store.users.add(user, [login], nameTaken),
      ...(await claimAliases({ pool, user, aliases, force, taken: nameTaken }, world)),
      ...invitations,
    ]),
  )
  if (invitations.length > 0) world.outbox.wake()
  return user
}

/** Where codes are a first factor, AWS makes a user without a password; a made-up one would be something else. */
function givenOrMade({ pool, temporaryPassword }: Creation, { random }: World): string {
  const factors = pool.settings.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? []
  if (temporaryPassword) checkPassword(temporaryPassword, pool)
  else if (factors.includes('EMAIL_OTP') || factors.includes('SMS_OTP')) throw notBuiltYet('A first factor by code')
  return temporaryPassword || generatedPassword(pool, random)
}

const nameTaken = ({ kind }: LoginName): Error => (kind === 'username' ? accountTaken() : loginAttributeTaken(kind))
