import type { Pool } from '../../domain/pool.ts'
import { allowsPasswordless, checkAddressForCodes } from '../../domain/passwordless.ts'
import { accountTaken, loginAttributeTaken } from '../../domain/refusals.ts'
import { temporaryUntil } from '../../domain/temporary-password.ts'
import { checkPassword } from '../../domain/password-policy.ts'
import { checkNewAttributes } from '../../domain/user-attributes.ts'
import type { Attributes, LoginName, User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { claimAliases } from '../attributes/claim-aliases.ts'
import { generatedPassword } from '../passwords/generated-password.ts'
import { newPassword } from '../passwords/password.ts'
import { newUser } from '../sign-up/new-user.ts'
import { preSignUp } from '../triggers/pre-sign-up.ts'
import type { World } from '../world.ts'
import { inviteBy, type Inviting } from './invite-by.ts'

export interface Creation extends Inviting {
  readonly pool: Pool
  readonly username: string
  readonly attributes: Attributes
  /** Where it is absent or blank, made up, or none. */
  readonly temporaryPassword: string | undefined
  /** Takes a verified address from the user whose alias it is, instead of refusing. */
  readonly forceAliasCreation: boolean
  /** What the administrator has to say to functions. */
  readonly told: {
    readonly validationData: Readonly<Record<string, string>> | undefined
    readonly clientMetadata: Readonly<Record<string, string>> | undefined
  }
}

/**
 * An administrator makes a user, who gets a temporary password and must exchange it at the first sign-in; one without a
 * password has nothing to exchange, and signs in with a code.
 */
export async function adminCreateUser(creation: Creation, world: World): Promise<User> {
  const { pool, username, attributes, forceAliasCreation: force } = creation
  const temporaryPassword = givenOrMade(creation, world)
  const status = temporaryPassword ? 'FORCE_CHANGE_PASSWORD' : 'CONFIRMED'
  const created = newUser({ pool, username, attributes, status }, world)
  const { login, aliases } = created
  await askFunction(created.user, creation, world)
  const user = await withPassword(temporaryPassword, { pool, user: created.user }, world)
  const invitations = temporaryPassword
    ? await inviteBy(creation, { pool, user, temporaryPassword, clientMetadata: creation.told.clientMetadata }, world)
    : []
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

/** It may refuse the user; what it grants is for people who sign up themselves [D]. */
async function askFunction({ username, attributes }: User, { pool, told }: Creation, world: World): Promise<void> {
  const source = 'PreSignUp_AdminCreateUser'
  const event = { source, pool, clientId: undefined, userName: username, userAttributes: attributes, ...told } as const
  await preSignUp(event, world)
}

/** Where a code is enough to sign in, none is made up: the user has none, and no message hands one over. */
function givenOrMade({ pool, temporaryPassword }: Creation, { random }: World): string | undefined {
  if (temporaryPassword) checkPassword(temporaryPassword, pool)
  return temporaryPassword || (allowsPasswordless(pool) ? undefined : generatedPassword(pool, random))
}

async function withPassword(
  temporaryPassword: string | undefined,
  { pool, user }: Pick<Creation, 'pool'> & { readonly user: User },
  world: World,
): Promise<User> {
  if (!temporaryPassword) {
    // There is no first sign-in at which what is missing could be asked for.
    checkNewAttributes(user.attributes, pool)
    checkAddressForCodes(pool, user.attributes)
    return user
  }
  const until = temporaryUntil(pool, world.clock.now())
  const password = await newPassword(temporaryPassword, { pool, user, temporaryUntil: until }, world)
  return { ...user, credentials: { password, formerPasswords: [] } }
}

const nameTaken = ({ kind }: LoginName): Error => (kind === 'username' ? accountTaken() : loginAttributeTaken(kind))
