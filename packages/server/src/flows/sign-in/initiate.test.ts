import { beforeAll, describe, expect, test } from 'vitest'
import type { AuthFlowType, ExplicitAuthFlowsType } from '@cognate/wire/user-pools.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { srpClient } from '../../testing/srp-client.ts'
import { secretHash, signInScene, type SignInScene } from '../../testing/sign-in-scene.ts'

let scene: SignInScene
beforeAll(async () => {
  scene = await signInScene()
  await scene.newUser('ada')
})

const credentials = { USERNAME: 'ada', PASSWORD: goodPassword, SRP_A: 'abc' }

const initiate = (AuthFlow: AuthFlowType, AuthParameters: Record<string, string>, ClientId = scene.ClientId) =>
  refusalOf(scene.call('InitiateAuth', { ClientId, AuthFlow, AuthParameters }))

const adminInitiate = (AuthFlow: AuthFlowType, AuthParameters: Record<string, string>, ClientId = scene.ClientId) =>
  refusalOf(scene.call('AdminInitiateAuth', { UserPoolId: scene.UserPoolId, ClientId, AuthFlow, AuthParameters }))

async function clientWith(...flows: readonly ExplicitAuthFlowsType[]): Promise<string> {
  return (await scene.newClient({ ExplicitAuthFlows: flows })).ClientId
}

describe('a flow that the client does not enable is refused in the words of the service', () => {
  test.each<[AuthFlowType, string]>([
    ['USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH flow not enabled for this client'],
    ['USER_SRP_AUTH', 'USER_SRP_AUTH is not enabled for the client.'],
    ['CUSTOM_AUTH', 'CUSTOM_AUTH is not enabled for the client.'],
    ['USER_AUTH', 'USER_AUTH is not enabled for the client.'],
    ['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN_AUTH is not enabled for the client.'],
  ])('%s', async (flow, message) => {
    const ClientId = await clientWith('ALLOW_ADMIN_USER_PASSWORD_AUTH')
    expect(await initiate(flow, { ...credentials, REFRESH_TOKEN: 'x' }, ClientId)).toBe(
      `InvalidParameterException: ${message}`,
    )
  })

  test.each<AuthFlowType>(['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH', 'USER_SRP_AUTH', 'CUSTOM_AUTH'])(
    '%s for an operator',
    async (flow) => {
      const ClientId = await clientWith('ALLOW_USER_PASSWORD_AUTH')
      expect(await adminInitiate(flow, credentials, ClientId)).toBe(
        'InvalidParameterException: Auth flow not enabled for this client',
      )
    },
  )
})

test('a client that names no flows offers SRP and refreshing, and no passwords', async () => {
  const { UserPoolClient } = await scene.call('CreateUserPoolClient', {
    UserPoolId: scene.UserPoolId,
    ClientName: 'app',
  })
  const ClientId = UserPoolClient?.ClientId ?? ''
  expect(await initiate('USER_SRP_AUTH', credentials, ClientId)).toBe('accepted')
  expect(await initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: 'x' }, ClientId)).toMatch(/Invalid Refresh Token$/)
  expect(await initiate('USER_PASSWORD_AUTH', credentials, ClientId)).toMatch(/flow not enabled for this client$/)
})

test.each<[ExplicitAuthFlowsType, AuthFlowType]>([
  ['USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  ['ALLOW_USER_SRP_AUTH', 'USER_SRP_AUTH'],
])('%s enables %s', async (enabled, flow) => {
  expect(await initiate(flow, credentials, await clientWith(enabled))).toBe('accepted')
})

test.each<[ExplicitAuthFlowsType, AuthFlowType]>([
  ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_USER_PASSWORD_AUTH'],
  ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
  ['ADMIN_NO_SRP_AUTH', 'ADMIN_NO_SRP_AUTH'],
  ['ADMIN_NO_SRP_AUTH', 'ADMIN_USER_PASSWORD_AUTH'],
  ['ALLOW_USER_SRP_AUTH', 'USER_SRP_AUTH'],
])('%s enables %s for an operator', async (enabled, flow) => {
  expect(await adminInitiate(flow, credentials, await clientWith(enabled))).toBe('accepted')
})

test('each door has flows of its own', async () => {
  const unsupported = 'InvalidParameterException: Initiate Auth method not supported.'
  expect(await initiate('ADMIN_USER_PASSWORD_AUTH', credentials)).toBe(unsupported)
  expect(await initiate('ADMIN_NO_SRP_AUTH', credentials)).toBe(unsupported)
  expect(await adminInitiate('USER_PASSWORD_AUTH', credentials)).toBe(unsupported)
})

test.each<[AuthFlowType, string]>([
  ['USER_PASSWORD_AUTH', 'USERNAME'],
  ['USER_PASSWORD_AUTH', 'PASSWORD'],
  ['USER_SRP_AUTH', 'USERNAME'],
  ['USER_SRP_AUTH', 'SRP_A'],
  ['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'],
])('%s needs %s', async (flow, name) => {
  const parameters = Object.fromEntries(Object.entries(credentials).filter(([given]) => given !== name))
  expect(await initiate(flow, parameters)).toBe(`InvalidParameterException: Missing required parameter ${name}`)
})

test('a name that no user can have is refused for its form', async () => {
  for (const USERNAME of ['x'.repeat(129), 'a b', 'a\tb', '\u0001'])
    expect(await initiate('USER_SRP_AUTH', { ...credentials, USERNAME })).toMatch(
      /^InvalidParameterException: USERNAME /,
    )
})

test('the longest names of every script are carried', async () => {
  const { ClientId } = await scene.newClient({ PreventUserExistenceErrors: 'ENABLED' })
  for (const USERNAME of ['x', '漢', 'é', '"', '\\', '😀'].map((unit) => unit.repeat(128 / unit.length))) {
    await scene.newUser(USERNAME, { status: 'FORCE_CHANGE_PASSWORD' })
    expect(await scene.bySrp(USERNAME)).toHaveProperty('Session')
    expect(await refusalOf(scene.startSrp(`${USERNAME.slice(2)}zz`, goodPassword, ClientId))).toBe('accepted')
  }
})

describe('a client with a secret', () => {
  const signInWith = (client: string, more: Record<string, string>) =>
    initiate('USER_PASSWORD_AUTH', { ...credentials, ...more }, client)

  test('must show that it knows it', async () => {
    const client = await scene.newClient({ GenerateSecret: true })
    const { ClientId } = client
    expect(await signInWith(ClientId, {})).toBe(
      `NotAuthorizedException: Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
    )
    for (const hash of ['', 'x', secretHash('mary', client), secretHash('ada', { ...client, secret: 'other' })])
      expect(await signInWith(ClientId, { SECRET_HASH: hash })).toBe(
        `NotAuthorizedException: Unable to verify secret hash for client ${ClientId}`,
      )
    expect(await signInWith(ClientId, { SECRET_HASH: secretHash('ada', client) })).toBe('accepted')
  })

  test('may use either of two, until one is deleted', async () => {
    const first = await scene.newClient({ GenerateSecret: true })
    const { ClientId } = first
    const { UserPoolId } = scene
    const { ClientSecretDescriptor: added } = await scene.call('AddUserPoolClientSecret', { UserPoolId, ClientId })
    const second = { ClientId, secret: added?.ClientSecretValue ?? '' }
    expect(await signInWith(ClientId, { SECRET_HASH: secretHash('ada', first) })).toBe('accepted')
    expect(await signInWith(ClientId, { SECRET_HASH: secretHash('ada', second) })).toBe('accepted')
    const { ClientSecrets = [] } = await scene.call('ListUserPoolClientSecrets', { UserPoolId, ClientId })
    const old = ClientSecrets.find(({ ClientSecretId }) => ClientSecretId !== added?.ClientSecretId)
    const ClientSecretId = old?.ClientSecretId ?? ''
    await scene.call('DeleteUserPoolClientSecret', { UserPoolId, ClientId, ClientSecretId })
    expect(await signInWith(ClientId, { SECRET_HASH: secretHash('ada', first) })).toMatch(/Unable to verify/)
    expect(await signInWith(ClientId, { SECRET_HASH: secretHash('ada', second) })).toBe('accepted')
  })

  test('hashes the name it sends: in the answer the one that the question gave', async () => {
    await using house = await signInScene({ AliasAttributes: ['email'] })
    await house.newUser('ada', { attributes: { email: 'ada@example.com', email_verified: 'true' } })
    const client = await house.newClient({ GenerateSecret: true })
    const { ClientId } = client
    const srp = srpClient(house.UserPoolId)
    const hashed = (name: string) => ({ SECRET_HASH: secretHash(name, client) })
    const AuthParameters = { USERNAME: 'ada@example.com', SRP_A: srp.SRP_A, ...hashed('ada@example.com') }
    const start = { ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters } as const
    const { ChallengeParameters = {} } = await house.call('InitiateAuth', start)
    const answers = srp.answer(ChallengeParameters, goodPassword, house.clock.now())
    const end = (more: Record<string, string>) =>
      refusalOf(house.proveSrp({ ClientId, ChallengeResponses: { ...answers, ...more } }))
    expect(await end({})).toMatch(/SECRET_HASH was not received$/)
    expect(await end(hashed('mary'))).toMatch(/Unable to verify secret hash/)
    expect(await end(hashed('ada'))).toBe('accepted')
  })

  test('is no more known to an operator who does not send the hash', async () => {
    const { ClientId } = await scene.newClient({ GenerateSecret: true })
    expect(await adminInitiate('ADMIN_USER_PASSWORD_AUTH', credentials, ClientId)).toMatch(
      /SECRET_HASH was not received$/,
    )
  })
})

test('a client that is not there is said so', async () => {
  expect(await initiate('USER_SRP_AUTH', credentials, 'nonexistent')).toBe(
    'ResourceNotFoundException: User pool client nonexistent does not exist.',
  )
})
