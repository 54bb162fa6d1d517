import type { CodeDeliveryDetailsType } from '@cognate/wire/user-pools.ts'
import type { CallOrigin } from '../../domain/call-origin.ts'
import type { ContactAttribute } from '../../domain/contact.ts'
import { checkPassword } from '../../domain/password-policy.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { aliasesOf } from '../../domain/login-names.ts'
import { allowsPasswordless, checkAddressForCodes } from '../../domain/passwordless.ts'
import { functionAnswerUnreadable, missingParameter, signUpClosed } from '../../domain/refusals.ts'
import { checkWritable } from '../../domain/user-attributes.ts'
import type { Attributes, Credentials, LoginName, User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import type { Statement } from '../../store/statement.ts'
import { claimAliases } from '../attributes/claim-aliases.ts'
import { codeMessage } from '../messages/code-message.ts'
import { newPassword } from '../passwords/password.ts'
import { watchedRequest } from '../threats/watched-request.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'
import { type Grants, preSignUp } from '../triggers/pre-sign-up.ts'
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
  readonly told: Told
  readonly origin: CallOrigin
}

/** What the client has to say to functions. */
interface Told {
  readonly validationData: Readonly<Record<string, string>> | undefined
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

export interface SignedUp {
  readonly user: User
  readonly delivery: CodeDeliveryDetailsType | undefined
  readonly session: string | undefined
}

/**
 * A person makes their own account: it waits, UNCONFIRMED, for the code that is sent, or for an administrator; unless a
 * function vouches for them.
 */
export async function signUp(request: SignUp, world: World): Promise<SignedUp> {
  const { pool, client, password, attributes } = request
  if (pool.settings.AdminCreateUserConfig?.AllowAdminCreateUserOnly) throw signUpClosed()
  checkGivenPassword(password, pool)
  checkWritable(Object.keys(attributes), client)
  const chosen = password ? { chosen: { at: 'SIGN_UP', password } as const } : {}
  return watchedRequest({ type: 'SignUp', ...request, ...chosen }, () => makeAccount(request, world), world)
}

async function makeAccount(request: SignUp, world: World): Promise<SignedUp> {
  const { pool, client, username, password, attributes } = request
  const { user: nobodyYet, login } = newUser({ pool, username, attributes, status: 'UNCONFIRMED' }, world)
  const granted = withGrants(nobodyYet, await askFunction(nobodyYet, request, world))
  const credentials = await credentialsWith(password, { pool, user: nobodyYet }, world)
  const user: User = { ...granted, credentials }
  const message = user.status === 'CONFIRMED' ? undefined : await confirmationMessage(user, request, world)
  await keep(user, login, { pool, messages: message?.statements ?? [] }, world)
  world.journal.about({ sub: user.sub, userName: user.username })
  if (message) world.outbox.wake()
  if (user.status === 'CONFIRMED') await tellConfirmed(user, request, world)
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

function askFunction({ username, attributes }: User, { pool, client, told }: SignUp, world: World): Promise<Grants> {
  const source = 'PreSignUp_SignUp'
  return preSignUp(
    { source, pool, clientId: client.id, userName: username, userAttributes: attributes, ...told },
    world,
  )
}

/** An address can be vouched for only where there is one. */
function withGrants(user: User, { autoConfirmUser, autoVerifyEmail, autoVerifyPhone }: Grants): User {
  const { email, phone_number } = user.attributes
  if ((autoVerifyEmail && !email) || (autoVerifyPhone && !phone_number)) throw functionAnswerUnreadable()
  const vouchedFor = { ...(autoVerifyEmail && { email }), ...(autoVerifyPhone && { phone_number }) }
  const verified = Object.keys(vouchedFor).map((name) => [`${name}_verified`, 'true'] as const)
  return {
    ...user,
    status: autoConfirmUser ? 'CONFIRMED' : user.status,
    attributes: { ...withFlags(user.attributes), ...Object.fromEntries(verified) },
  }
}

/** A verified address moves to who is confirmed at once, as if they had proved it [D]. */
function keep(
  user: User,
  login: LoginName,
  { pool, messages }: Pick<SignUp, 'pool'> & { readonly messages: readonly Statement[] },
  world: World,
): Promise<void> {
  const { store } = world
  return settled(async () => {
    const claim = { pool, user, aliases: aliasesOf(pool, user), force: true, taken: nameTaken }
    await store.decide([
      ...store.users.add(user, [login], nameTaken),
      ...(await claimAliases(claim, world)),
      ...messages,
    ])
  })
}

function tellConfirmed(user: User, { pool, client, told }: SignUp, world: World): Promise<void> {
  const { clientMetadata } = told
  const source = 'PostConfirmation_ConfirmSignUp'
  return postConfirmation({ source, pool, clientId: client.id, user, clientMetadata }, world)
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

function confirmationMessage(
  user: User,
  { pool, client, told }: Pick<SignUp, 'pool' | 'client' | 'told'>,
  world: World,
) {
  const attribute = confirmationAttribute(pool, user)
  const value = attribute && user.attributes[attribute]
  if (!attribute || !value) return undefined
  const { clientMetadata } = told
  const occasion = { pool, user, clientId: client.id, attribute, value, clientMetadata }
  return codeMessage({ ...occasion, purpose: 'ConfirmSignUp', source: 'CustomMessage_SignUp' }, world)
}
