import { randomInt, randomUUID } from 'node:crypto'
import type { Caller, Document } from './caller.ts'
import type { OperationName } from './operations.ts'
import { emailOf, groupName, password, usernameOf } from './site.ts'
import type { Site } from './site.ts'
import type { SrpClient } from './srp-client.ts'

/** What drives need beside a connection. */
export interface Seat {
  readonly site: Site
  readonly srp: SrpClient
  /** Tokens of people who are signed in. */
  readonly tokens: readonly Tokens[]
}

export interface Tokens {
  readonly access: string
  readonly refresh: string
}

/** Does one operation once. Rejects unless it got what it should. */
export type Drive = (caller: Caller, seat: Seat) => Promise<void>

export const drives: Readonly<Record<OperationName, Drive>> = {
  async 'sign-up'(caller, { site }) {
    const Username = `new-${randomUUID()}`
    const UserAttributes = [{ Name: 'email', Value: `${Username}@example.com` }]
    need(
      (await caller.call('SignUp', { ClientId: site.clientId, Username, Password: password, UserAttributes }))[
        'UserSub'
      ],
    )
  },

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
  const AuthParameters = { USERNAME: someone(site), PASSWORD: password }
  const input = { ClientId: site.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }
  return tokensIn(await caller.call('InitiateAuth', input))
}

function tokensIn({ AuthenticationResult }: Document): Tokens {
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
