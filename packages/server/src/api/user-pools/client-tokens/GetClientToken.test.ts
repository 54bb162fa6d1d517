import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishedKeys } from '../../../testing/published-keys.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { signInScene, type SignInScene } from '../../../testing/sign-in-scene.ts'

let scene: SignInScene
beforeAll(async () => {
  scene = await signInScene()
  await newServer('https://photos.example.com')
})
afterAll(() => scene[Symbol.asyncDispose]())

const [read, write] = ['https://photos.example.com/read', 'https://photos.example.com/write']

function newServer(Identifier: string) {
  const Scopes = ['read', 'write'].map((ScopeName) => ({ ScopeName, ScopeDescription: 'd' }))
  return scene.call('CreateResourceServer', { UserPoolId: scene.UserPoolId, Identifier, Name: 'n', Scopes })
}

async function machine(AllowedOAuthScopes: readonly string[] = [read, write], more = {}) {
  const ExplicitAuthFlows = ['ALLOW_CLIENT_TOKEN_AUTH'] as const
  const wishes = { ExplicitAuthFlows, GenerateSecret: true, AllowedOAuthScopes, ...more }
  const { ClientId, secret: Secret } = await scene.newClient(wishes)
  return { ClientId, Secret }
}

async function claimsOf(asked: Parameters<typeof token>[0]) {
  return decodeJwt((await token(asked)).ClientAuthenticationResult?.AccessToken ?? '')
}

const token = (asked: { ClientId: string; Secret: string; Scopes?: readonly string[] }) =>
  scene.call('GetClientToken', asked)

test('a client gets a token of its own, with exactly the claims of one that acts for nobody [D]', async () => {
  const client = await machine([read, write], {
    AccessTokenValidity: 10,
    TokenValidityUnits: { AccessToken: 'minutes' },
  })
  const { ClientAuthenticationResult } = await token({ ...client, Scopes: [read] })
  const AccessToken = ClientAuthenticationResult?.AccessToken ?? ''
  expect(ClientAuthenticationResult).toEqual({ AccessToken, ExpiresIn: 600, TokenType: 'Bearer' })
  const keys = createLocalJWKSet(await publishedKeys(scene.UserPoolId, scene.world))
  const seconds = Math.floor(scene.clock.now() / 1000)
  const { payload } = await jwtVerify(AccessToken, keys, { currentDate: new Date(scene.clock.now()) })
  expect(payload).toEqual({
    sub: client.ClientId,
    token_use: 'access',
    scope: read,
    auth_time: seconds,
    iss: `http://localhost:9400/${scene.UserPoolId}`,
    exp: seconds + 600,
    iat: seconds,
    version: 2,
    jti: expect.stringMatching(/^[0-9a-f]{8}-/),
    client_id: client.ClientId,
  })
})

test('a client that asks for no scopes gets all of its own that there are [D]', async () => {
  await newServer('gone')
  const client = await machine([write, 'gone/read', read, 'openid'])
  await scene.call('DeleteResourceServer', { UserPoolId: scene.UserPoolId, Identifier: 'gone' })
  expect((await claimsOf(client))['scope']).toBe(`${write} ${read}`)
  expect((await claimsOf({ ...client, Scopes: [] }))['scope']).toBe(`${write} ${read}`)
  expect((await claimsOf({ ...client, Scopes: [read, read] }))['scope']).toBe(read)
  expect(await refusedWith(token({ ...client, Scopes: ['gone/read'] }))).toMatch(/^InvalidParameterException/)
})

test('each of two live secrets will do, and one that was deleted will not', async () => {
  const { ClientId, Secret } = await machine()
  const ids = { UserPoolId: scene.UserPoolId, ClientId }
  scene.clock.advance(1000)
  const added = (await scene.call('AddUserPoolClientSecret', ids)).ClientSecretDescriptor?.ClientSecretValue ?? ''
  await Promise.all([Secret, added].map((secret) => token({ ClientId, Secret: secret })))
  const { ClientSecrets = [] } = await scene.call('ListUserPoolClientSecrets', ids)
  const [oldest] = ClientSecrets.map(({ ClientSecretId = '' }) => ClientSecretId).toSorted()
  await scene.call('DeleteUserPoolClientSecret', { ...ids, ClientSecretId: oldest ?? '' })
  expect(await refusedWith(token({ ClientId, Secret }))).toMatch(/^NotAuthorizedException/)
  expect(await claimsOf({ ClientId, Secret: added })).toHaveProperty('sub', ClientId)
})

test('the token is nobody’s: it opens no operation of a user', async () => {
  const { ClientAuthenticationResult } = await token(await machine())
  const AccessToken = ClientAuthenticationResult?.AccessToken ?? ''
  expect(await refusedWith(scene.call('GetUser', { AccessToken }))).toBe(
    'NotAuthorizedException: Access Token does not have required scopes',
  )
})

describe('is refused:', () => {
  test('a client that is not there', async () => {
    expect(await refusedWith(token({ ClientId: 'nobody', Secret: 's'.repeat(24) }))).toBe(
      'ResourceNotFoundException: User pool client nobody does not exist.',
    )
  })

  test('a wrong secret', async () => {
    const { ClientId } = await machine()
    expect(await refusedWith(token({ ClientId, Secret: 's'.repeat(24) }))).toBe(
      `NotAuthorizedException: Unable to verify client secret for client ${ClientId}`,
    )
  })

  test('a client without that flow, whether it has a secret or not', async () => {
    const refused = 'InvalidParameterException: CLIENT_TOKEN_AUTH is not enabled for the client.'
    const { ClientId, secret } = await scene.newClient({ GenerateSecret: true, AllowedOAuthScopes: [read] })
    expect(await refusedWith(token({ ClientId, Secret: secret }))).toBe(refused)
    expect(await refusedWith(token({ ClientId: scene.ClientId, Secret: 's'.repeat(24) }))).toBe(refused)
  })

  test('a client that has no secret, though its settings came to allow the flow', async () => {
    const { clients, decide } = scene.world.store
    const { ClientId } = await scene.newClient({ AllowedOAuthScopes: [read] })
    const client = await clients.find(scene.UserPoolId, ClientId)
    if (!client) throw new Error('The client is gone')
    const settings = { ...client.settings, ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] as const }
    await decide([clients.save({ ...client, settings })])
    expect(await refusedWith(token({ ClientId, Secret: 's'.repeat(24) }))).toMatch(/^InvalidParameterException/)
  })

  test.each([write, 'https://photos.example.com/delete', 'other/read', 'openid', 'aws.cognito.signin.user.admin'])(
    'the scope %s, which the client has not or which is about a user',
    async (scope) => {
      const client = await machine([read, 'openid', 'aws.cognito.signin.user.admin'])
      expect(await refusedWith(token({ ...client, Scopes: [read, scope] }))).toBe(
        `InvalidParameterException: Invalid scope requested: ${scope}`,
      )
    },
  )

  test('a client that has no scopes', async () => {
    expect(await refusedWith(token(await machine(['openid'])))).toMatch(/^InvalidParameterException/)
  })

  test('a pool whose function would have had a say', async () => {
    const { call } = scene
    const LambdaArn = 'arn:aws:lambda:us-east-1:000000000000:function:f'
    const withVersion = async (LambdaVersion: 'V2_0' | 'V3_0') => {
      const LambdaConfig = { PreTokenGenerationConfig: { LambdaVersion, LambdaArn } }
      await call('UpdateUserPool', { UserPoolId: scene.UserPoolId, LambdaConfig })
    }
    const client = await machine()
    await withVersion('V3_0')
    expect(await refusedWith(token(client))).toMatch(/^UnexpectedLambdaException/)
    await withVersion('V2_0')
    expect(await claimsOf(client)).toHaveProperty('sub', client.ClientId)
    await call('UpdateUserPool', { UserPoolId: scene.UserPoolId })
  })
})
