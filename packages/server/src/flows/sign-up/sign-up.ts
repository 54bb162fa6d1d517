import type { CodeDeliveryDetailsType } from '@cognate/wire/user-pools.ts'
import type { ContactAttribute } from '../../domain/contact.ts'
import { checkPassword } from '../../domain/password-policy.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { allowsPasswordless, checkAddressForCodes } from '../../domain/passwordless.ts'
import { missingParameter, signUpClosed } from '../../domain/refusals.ts'
import { checkWritable } from '../../domain/user-attributes.ts'
import type { Attributes, Credentials, User } from '../../domain/user.ts'
import { codeMessage } from '../messages/code-message.ts'
import { newPassword } from '../passwords/password.ts'
import { refuseUnbuilt, refuseUnbuiltThreatProtection } from '../unbuilt.ts'
import type { World } from '../world.ts'
import { nameTaken, newUser } from './new-user.ts'
import { sealSignUpSession } from './sign-up-session.ts'

export interface SignUp {
  readonly pool: Pool
  readonly client: AppClient
  readonly username: string
  /** None, or a blank one, where a code is enough to sign in. */
  readonly password: string | undefined
  readonly attributes: Attributes
}

export interface SignedUp {
  readonly user: User
  readonly delivery: CodeDeliveryDetailsType | undefined
  readonly session: string | undefined
}

/** A person makes their own account: it waits, UNCONFIRMED, for the code that is sent, or for an administrator. */
export async function signUp(request: SignUp, world: World): Promise<SignedUp> {
  const { pool, client, username, password, attributes } = request
  if (pool.settings.AdminCreateUserConfig?.AllowAdminCreateUserOnly) throw signUpClosed()
  refuseUnbuilt(pool, ['PreSignUp'])
  refuseUnbuiltThreatProtection(pool)
  checkGivenPassword(password, pool)
  checkWritable(Object.keys(attributes), client)

  const { user: nobodyYet, login } = newUser({ pool, username, attributes, status: 'UNCONFIRMED' }, world)
  const credentials = await credentialsWith(password, { pool, user: nobodyYet }, world)
  const user: User = { ...nobodyYet, attributes: withFlags(nobodyYet.attributes), credentials }
  const message = confirmationMessage(user, { pool, client }, world)
  await world.store.decide([...world.store.users.add(user, [login], nameTaken), ...(message?.statements ?? [])])
  if (message) world.outbox.wake()
  return { user, delivery: message?.details, session: sealSignUpSession(user, { pool, client }, world) }
}

function checkGivenPassword(password: string | undefined, pool: Pool): void {
  if (password) checkPassword(password, pool)
  else if (!allowsPasswordless(pool)) throw missingParameter('PASSWORD')
}

async function credentialsWith(
  password: string | undefined,
  { pool, user }: Pick<SignUp, 'pool'> & { readonly user: User },
  world: World,
): Promise<Credentials> {
  if (password) return { password: await newPassword(password, { pool, user }, world), formerPasswords: [] }
  checkAddressForCodes(pool, user.attributes)
  return { formerPasswords: [] }
}

/**
 * AWS says of every address that somebody signs up with that it is not verified [O]; of one that an administrator gave it
 * says nothing.
 */
function withFlags(attributes: Attributes): Attributes {
  const given = (['email', 'phone_number'] as const).filter((name) => attributes[name])
  return { ...attributes, ...Object.fromEntries(given.map((name) => [`${name}_verified`, 'false'])) }
}

/** The address that a sign-up is confirmed by: the phone number where both would do. */
export function confirmationAttribute(pool: Pool, user: User): ContactAttribute | undefined {
  const verified = pool.settings.AutoVerifiedAttributes ?? []
  return (['phone_number', 'email'] as const).find((name) => verified.includes(name) && user.attributes[name])
}

function confirmationMessage(user: User, { pool, client }: Pick<SignUp, 'pool' | 'client'>, world: World) {
  const attribute = confirmationAttribute(pool, user)
  const value = attribute && user.attributes[attribute]
  if (!attribute || !value) return undefined
  const occasion = { pool, user, clientId: client.id, attribute, value }
  return codeMessage({ ...occasion, purpose: 'ConfirmSignUp', source: 'CustomMessage_SignUp' }, world)
}
