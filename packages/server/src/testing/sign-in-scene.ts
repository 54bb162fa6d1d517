import { createHmac } from 'node:crypto'
import type {
  CreateUserPoolClientRequest,
  CreateUserPoolRequest,
  InitiateAuthResponse,
} from '@cognate/wire/user-pools.ts'
import type { Parts } from '../flows/open-world.ts'
import { addUser } from './add-user.ts'
import { goodPassword } from './good-password.ts'
import { srpClient } from './srp-client.ts'
import { testWorld } from './world.ts'

const everyFlow = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
] as const

type PoolWishes = Partial<CreateUserPoolRequest>
type ClientWishes = Partial<CreateUserPoolClientRequest>

interface Wishes {
  readonly client?: ClientWishes
}

/** A pool, a client that allows every flow, and short words for what people and their clients do there. */
export async function signInScene(pool: PoolWishes = {}, { client, ...parts }: Partial<Parts> & Wishes = {}) {
  const it = await testWorld(parts)
  const { call, clock, world } = it
  const UserPoolId = (await call('CreateUserPool', { PoolName: 'people', ...pool })).UserPool?.Id ?? ''

  async function newClient(wishes: ClientWishes = {}) {
    const named = { UserPoolId, ClientName: 'app', ExplicitAuthFlows: everyFlow, ...wishes }
    const { UserPoolClient } = await call('CreateUserPoolClient', named)
    return { ClientId: UserPoolClient?.ClientId ?? '', secret: UserPoolClient?.ClientSecret ?? '' }
  }
  const { ClientId } = await newClient(client)

  const byPassword = (USERNAME: string, PASSWORD = goodPassword, client = ClientId) => {
    const AuthParameters = { USERNAME, PASSWORD }
    return call('InitiateAuth', { ClientId: client, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
  }

  async function startSrp(
    USERNAME: string,
    password = goodPassword,
    client = ClientId,
    more: Readonly<Record<string, string>> = {},
  ) {
    const srp = srpClient(UserPoolId)
    const AuthParameters = { USERNAME, SRP_A: srp.SRP_A, ...more }
    const question = await call('InitiateAuth', { ClientId: client, AuthFlow: 'USER_SRP_AUTH', AuthParameters })
    const parameters = question.ChallengeParameters ?? {}
    return { parameters, ClientId: client, ChallengeResponses: srp.answer(parameters, password, clock.now()) }
  }

  const proveSrp = (proof: { readonly ClientId: string; readonly ChallengeResponses: Record<string, string> }) =>
    call('RespondToAuthChallenge', {
      ClientId: proof.ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: proof.ChallengeResponses,
    })

  const bySrp = async (name: string, password = goodPassword, client = ClientId) =>
    proveSrp(await startSrp(name, password, client))

  const refresh = (REFRESH_TOKEN: string, client = ClientId, more: Readonly<Record<string, string>> = {}) => {
    const AuthParameters = { REFRESH_TOKEN, ...more }
    return call('InitiateAuth', { ClientId: client, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters })
  }

  return {
    ...it,
    UserPoolId,
    ClientId,
    newClient,
    newUser: (username: string, wishes: Parameters<typeof addUser>[1] = {}) =>
      addUser(UserPoolId, { username, ...wishes }, world),
    byPassword,
    startSrp,
    proveSrp,
    bySrp,
    refresh,
  }
}

export type SignInScene = Awaited<ReturnType<typeof signInScene>>

export function secretHash(name: string, { ClientId, secret }: { readonly ClientId: string; readonly secret: string }) {
  return createHmac('sha256', secret)
    .update(name + ClientId)
    .digest('base64')
}

/** The tokens of an answer that has them all. */
export function tokensOf({ AuthenticationResult }: Pick<InitiateAuthResponse, 'AuthenticationResult'>) {
  const { AccessToken = '', IdToken = '', RefreshToken = '' } = AuthenticationResult ?? {}
  return { AccessToken, IdToken, RefreshToken }
}
