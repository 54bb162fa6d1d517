import type { CreateUserPoolClientRequest, CreateUserPoolRequest } from '@cognate/wire/user-pools.ts'
import type { Parts } from '../flows/open-world.ts'
import { goodPassword } from './good-password.ts'
import { testWorld } from './world.ts'

interface Wishes {
  readonly pool?: Partial<CreateUserPoolRequest>
  readonly client?: Partial<CreateUserPoolClientRequest>
  readonly parts?: Partial<Parts>
}

/**
 * A pool that verifies e-mail and a client that signs in by password, and short words for what people do there. A call takes a millisecond, so that
 * of two messages one is the newer.
 */
export async function peopleIn({ pool = {}, client = {}, parts }: Wishes = {}) {
  const it = await testWorld(parts)
  const call: typeof it.call = (name, input) => {
    it.clock.advance(1)
    return it.call(name, input)
  }
  const { UserPool } = await call('CreateUserPool', {
    PoolName: 'people',
    AutoVerifiedAttributes: ['email'],
    SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms' },
    ...pool,
  })
  const UserPoolId = UserPool?.Id ?? ''
  const { UserPoolClient } = await call('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'app',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    ...client,
  })
  const ClientId = UserPoolClient?.ClientId ?? ''

  /** The newest code sent to an address. */
  async function codeTo(address: string): Promise<string> {
    return (await it.inbox(address))[0]?.code ?? 'none'
  }

  function signUp(
    Username: string,
    attributes: Readonly<Record<string, string>> = { email: `${Username}@example.com` },
  ) {
    return call('SignUp', { ClientId, Username, Password: goodPassword, UserAttributes: listOf(attributes) })
  }

  async function signedUp(Username: string, attributes?: Readonly<Record<string, string>>) {
    const { CodeDeliveryDetails, UserSub } = await signUp(Username, attributes)
    const sent = attributes?.[CodeDeliveryDetails?.AttributeName ?? ''] ?? `${Username}@example.com`
    await call('ConfirmSignUp', { ClientId, Username, ConfirmationCode: await codeTo(sent) })
    return UserSub
  }

  async function signIn(USERNAME: string, PASSWORD = goodPassword) {
    const AuthParameters = { USERNAME, PASSWORD }
    const answer = await call('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
    return { ...answer, AccessToken: answer.AuthenticationResult?.AccessToken ?? '' }
  }

  async function attributesOf(Username: string): Promise<Readonly<Record<string, string | undefined>>> {
    const { UserAttributes } = await call('AdminGetUser', { UserPoolId, Username })
    return Object.fromEntries((UserAttributes ?? []).map(({ Name, Value }) => [Name, Value]))
  }

  const statusOf = async (Username: string) => (await call('AdminGetUser', { UserPoolId, Username })).UserStatus

  return { ...it, call, UserPoolId, ClientId, codeTo, signUp, signedUp, signIn, attributesOf, statusOf }
}

export function listOf(attributes: Readonly<Record<string, string>>) {
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
}
