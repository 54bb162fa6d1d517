import { randomInt, randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Caller, Document } from './caller.ts'
import type { OperationName } from './operations.ts'
import { emailOf, groupName, password, usernameOf } from './site.ts'
import type { Site } from './site.ts'
import type { PasskeyHolder } from './passkey-holders.ts'
import type { SrpClient } from './srp-client.ts'
import { totpSecretOf } from './totp-secret.ts'

/** What drives need beside a connection. */
export interface Seat {
  readonly site: Site
  readonly srp: SrpClient
  /** Tokens of people who are signed in. */
  readonly tokens: readonly Tokens[]
  readonly passkeys: readonly PasskeyHolder[]
  /** Whose turn it is, by a number that goes up: a code of an authenticator is good once. */
  readonly turn: () => number
}

export interface Tokens {
  readonly username: string
  readonly access: string
  readonly refresh: string
}

/** Does one operation once. Rejects unless it got what it should. */
export type Drive = (caller: Caller, seat: Seat) => Promise<void>

export const drives: Readonly<Record<OperationName, Drive>> = {
  'sign-up': (caller, { site }) => signUp(caller, site.clientId),

  'PreSignUp trigger, directory function': (caller, { site }) => signUp(caller, site.withFunction.clientId),

  async 'SRP sign-in'(caller, { site, srp }) {
    const ClientId = site.clientId
    const AuthParameters = { USERNAME: someone(site), SRP_A: srp.A }
    const { ChallengeParameters } = await caller.call('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters,
    })
    const ChallengeResponses = srp.answer(ChallengeParameters as Readonly<Record<string, string>>)
    const input = { ClientId, ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses }
    tokensIn(await caller.call('RespondToAuthChallenge', input))
  },

  async 'password sign-in'(caller, { site }) {
    await passwordSignIn(caller, site)
  },

  async 'TOTP sign-in'(caller, { site: { withTotp }, turn }) {
    const ClientId = withTotp.clientId
    const USERNAME = usernameOf(turn() % withTotp.users)
    const AuthParameters = { USERNAME, PASSWORD: password }
    const question = await caller.call('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
    const SOFTWARE_TOKEN_MFA_CODE = TOTP.generate({ secret: Secret.fromBase32(totpSecretOf(USERNAME)) })
    const ChallengeResponses = { USERNAME, SOFTWARE_TOKEN_MFA_CODE }
    tokensIn(await caller.call('RespondToAuthChallenge', { ...continued(question, ClientId), ChallengeResponses }))
  },

  async 'passkey sign-in'(caller, { site, passkeys }) {
    const { username: USERNAME, shown } = oneOf(passkeys)
    const question = await byChoice(caller, site, { USERNAME, PREFERRED_CHALLENGE: 'WEB_AUTHN' })
    const ChallengeResponses = { USERNAME, CREDENTIAL: shown(question) }
    tokensIn(await caller.call('RespondToAuthChallenge', { ...continued(question, site.clientId), ChallengeResponses }))
  },

  async 'e-mail OTP sign-in'(caller, { site, turn }) {
    // In turn, so that the newest code is one's own, and nobody asks for more than an hour allows.
    const number = turn() % site.users
    const USERNAME = usernameOf(number)
    const question = await byChoice(caller, site, { USERNAME, PREFERRED_CHALLENGE: 'EMAIL_OTP' })
    const ChallengeResponses = { USERNAME, EMAIL_OTP_CODE: await caller.codeTo(emailOf(number)) }
    tokensIn(await caller.call('RespondToAuthChallenge', { ...continued(question, site.clientId), ChallengeResponses }))
  },

  async refresh(caller, { site, tokens }) {
    const AuthParameters = { REFRESH_TOKEN: oneOf(tokens).refresh }
    const input = { ClientId: site.clientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters }
    need((await caller.call('InitiateAuth', input))['AuthenticationResult'])
  },

  async GetUser(caller, { tokens }) {
    need((await caller.call('GetUser', { AccessToken: oneOf(tokens).access }))['Username'])
  },

  async AdminGetUser(caller, { site }) {
    const Username = usernameOf(randomInt(site.users))
    need((await caller.callSigned('AdminGetUser', { UserPoolId: site.poolId, Username }))['Username'])
  },

  async 'group change'(caller, { site }) {
    const Username = usernameOf(randomInt(site.users))
    const membership = { UserPoolId: site.poolId, GroupName: groupName, Username }
    await caller.callSigned('AdminAddUserToGroup', membership)
    await caller.callSigned('AdminRemoveUserFromGroup', membership)
  },

  async 'ListUsers page of 60'(caller, { site }) {
    const answer = await caller.callSigned('ListUsers', { UserPoolId: site.poolId, Limit: 60 })
    if ((answer['Users'] as readonly unknown[]).length !== 60) throw new Error('the page has not 60 users')
  },

  async 'ListUsers e-mail filter'(caller, { site }) {
    const Filter = `email = "${emailOf(randomInt(site.users))}"`
    const answer = await caller.callSigned('ListUsers', { UserPoolId: site.poolId, Filter })
    if ((answer['Users'] as readonly unknown[]).length !== 1) throw new Error('the filter found not one user')
  },
}

/** The tokens of somebody who has a password. */
export async function passwordSignIn(caller: Caller, site: Site): Promise<Tokens> {
  const username = someone(site)
  const AuthParameters = { USERNAME: username, PASSWORD: password }
  const input = { ClientId: site.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }
  return { username, ...tokensIn(await caller.call('InitiateAuth', input)) }
}

async function signUp(caller: Caller, ClientId: string): Promise<void> {
  const Username = `new-${randomUUID()}`
  const UserAttributes = [{ Name: 'email', Value: `${Username}@example.com` }]
  need((await caller.call('SignUp', { ClientId, Username, Password: password, UserAttributes }))['UserSub'])
}

function byChoice(caller: Caller, { clientId }: Site, AuthParameters: Document): Promise<Document> {
  return caller.call('InitiateAuth', { ClientId: clientId, AuthFlow: 'USER_AUTH', AuthParameters })
}

/** What an answer to a question begins with. */
const continued = ({ ChallengeName, Session }: Document, ClientId: string) => ({ ClientId, ChallengeName, Session })

function tokensIn({ AuthenticationResult }: Document): Omit<Tokens, 'username'> {
  const { AccessToken, RefreshToken } = (AuthenticationResult ?? {}) as Readonly<Record<string, string>>
  return { access: need(AccessToken), refresh: need(RefreshToken) }
}

const someone = ({ users, passwordEvery }: Site) =>
  usernameOf(randomInt(Math.ceil(users / passwordEvery)) * passwordEvery)

function oneOf<Value>(values: readonly Value[]): Value {
  return need(values[randomInt(values.length)])
}

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the answer lacks what was asked for')
  return value
}
