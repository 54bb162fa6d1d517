import { decodeJwt } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { secretHash, signInScene, type SignInScene, tokensOf } from '../../testing/sign-in-scene.ts'

const day = 86_400_000
let scene: SignInScene
beforeAll(async () => {
  scene = await signInScene()
  await scene.newUser('ada')
})

const signIn = async (client?: string) => tokensOf(await scene.byPassword('ada', undefined, client))
const exchange = (RefreshToken: string, ClientId = scene.ClientId, ClientSecret?: string) =>
  scene.call('GetTokensFromRefreshToken', { RefreshToken, ClientId, ...(ClientSecret && { ClientSecret }) })

test.each(['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'] as const)(
  '%s gives new tokens and no refresh token',
  async (AuthFlow) => {
    const { RefreshToken } = await signIn()
    scene.clock.advance(60_000)
    const AuthParameters = { REFRESH_TOKEN: RefreshToken }
    const answer = await scene.call('InitiateAuth', { ClientId: scene.ClientId, AuthFlow, AuthParameters })
    expect(Object.keys(answer.AuthenticationResult ?? {}).toSorted()).toEqual([
      'AccessToken',
      'ExpiresIn',
      'IdToken',
      'TokenType',
    ])
    expect(answer.ChallengeParameters).toEqual({})
  },
)

test('new tokens keep when and how it began, and have an id and times of their own', async () => {
  const first = await signIn()
  scene.clock.advance(60_000)
  for (const again of [
    tokensOf(await scene.refresh(first.RefreshToken)),
    tokensOf(await exchange(first.RefreshToken)),
  ]) {
    const [old, renewed] = [decodeJwt(first.AccessToken), decodeJwt(again.AccessToken)]
    for (const claim of ['auth_time', 'origin_jti', 'event_id', 'sub', 'username', 'scope'])
      expect(renewed[claim]).toBe(old[claim])
    expect(renewed.jti).not.toBe(old.jti)
    expect(renewed.iat).toBe((old.iat ?? 0) + 60)
    expect(await scene.call('GetUser', { AccessToken: again.AccessToken })).toHaveProperty('Username', 'ada')
  }
})

test('a refresh token is used as often as one likes, until its own end', async () => {
  const { RefreshToken } = await signIn()
  scene.clock.advance(30 * day - 1)
  expect(await refusalOf(scene.refresh(RefreshToken))).toBe('accepted')
  scene.clock.advance(1)
  expect(await refusalOf(scene.refresh(RefreshToken))).toBe('NotAuthorizedException: Refresh Token has expired')
  scene.clock.advance(2 * day)
  await scene.world.store.forgetExpired(scene.clock.now(), 100)
  expect(await refusalOf(scene.refresh(RefreshToken))).toBe('NotAuthorizedException: Refresh Token has expired')
})

test('what is not this client’s refresh token is refused', async () => {
  const { RefreshToken, AccessToken, IdToken } = await signIn()
  const { ClientId } = await scene.newClient()
  const turned = `${RefreshToken.slice(0, -2)}${RefreshToken.endsWith('AA') ? 'BA' : 'AA'}`
  for (const token of [AccessToken, IdToken, turned, 'x', 'a.b.c.d.e', 'x'.repeat(9000)]) {
    expect(await refusalOf(scene.refresh(token))).toBe('NotAuthorizedException: Invalid Refresh Token')
    expect(await refusalOf(exchange(token))).toMatch(/Invalid Refresh Token$|^InvalidParameterException/)
  }
  expect(await refusalOf(scene.refresh(RefreshToken, ClientId))).toBe('NotAuthorizedException: Invalid Refresh Token')
})

test('an operator refreshes as well', async () => {
  const { UserPoolId, ClientId } = scene
  const AuthParameters = { REFRESH_TOKEN: (await signIn()).RefreshToken }
  const request = { UserPoolId, ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters } as const
  expect(await scene.call('AdminInitiateAuth', request)).toHaveProperty('AuthenticationResult.AccessToken')
})

test('a user who is disabled or gone gets no more tokens', async () => {
  const { store } = scene.world
  const user = await scene.newUser('brief')
  const { RefreshToken } = tokensOf(await scene.byPassword('brief'))
  await store.decide(store.users.save({ ...user, enabled: false }, user))
  expect(await refusalOf(scene.refresh(RefreshToken))).toBe('NotAuthorizedException: User is disabled.')
  await store.decide(store.users.remove({ ...user, version: 2 }))
  expect(await refusalOf(scene.refresh(RefreshToken))).toBe('NotAuthorizedException: Invalid Refresh Token')
  expect(await refusalOf(exchange(RefreshToken))).toBe('NotAuthorizedException: Invalid Refresh Token')
})

test('a client with a secret shows its hash over the username or the sub, or itself', async () => {
  const client = await scene.newClient({ GenerateSecret: true })
  const { ClientId, secret } = client
  const { sub } = await scene.newUser('grace')
  const AuthParameters = { USERNAME: 'grace', PASSWORD: 'Correct-horse-1', SECRET_HASH: secretHash('grace', client) }
  const start = { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters } as const
  const { RefreshToken } = tokensOf(await scene.call('InitiateAuth', start))
  const withHash = (SECRET_HASH: string) => refusalOf(scene.refresh(RefreshToken, ClientId, { SECRET_HASH }))

  expect(await refusalOf(scene.refresh(RefreshToken, ClientId))).toMatch(/SECRET_HASH was not received$/)
  expect(await withHash(secretHash('ada', client))).toMatch(/Unable to verify secret hash/)
  expect(await withHash(secretHash('grace', client))).toBe('accepted')
  expect(await withHash(secretHash(sub, client))).toBe('accepted')

  expect(await refusalOf(exchange(RefreshToken, ClientId))).toBe(
    `NotAuthorizedException: Client ${ClientId} is configured for secret but secret was not received`,
  )
  expect(await refusalOf(exchange(RefreshToken, ClientId, 'x'.repeat(24)))).toMatch(/Unable to verify client secret/)
  expect(await refusalOf(exchange(RefreshToken, ClientId, secret))).toBe('accepted')
})

const rotating = async (RetryGracePeriodSeconds: number) => {
  const { ClientId } = await scene.newClient({
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds },
  })
  const first = (await signIn(ClientId)).RefreshToken
  const next = async (token: string) => tokensOf(await exchange(token, ClientId)).RefreshToken
  return { ClientId, first, next, tried: (token: string) => refusalOf(exchange(token, ClientId)) }
}
const reused = 'RefreshTokenReuseException: Refresh Token has already been used'
const revoked = 'NotAuthorizedException: Refresh Token has been revoked'

test('with rotation, each use gives a new refresh token, and the family ends when the first one would have', async () => {
  const { first, next, tried } = await rotating(0)
  scene.clock.advance(20 * day)
  const second = await next(first)
  expect(second).not.toBe(first)
  scene.clock.advance(10 * day)
  expect(await tried(second)).toBe('NotAuthorizedException: Refresh Token has expired')
})

test('with rotation, using a token twice ends the family, access tokens included', async () => {
  const { ClientId, first, next, tried } = await rotating(0)
  const { RefreshToken: second, AccessToken } = tokensOf(await exchange(first, ClientId))
  const third = await next(second)
  expect(await tried(first)).toBe(reused)
  expect(await tried(third)).toBe(revoked)
  expect(await refusalOf(scene.call('GetUser', { AccessToken }))).toMatch(/Access Token has been revoked$/)
})

test('with rotation, in its grace period the last token is still good, and gives the newest one', async () => {
  const { first, next, tried } = await rotating(30)
  const second = await next(first)
  scene.clock.advance(30_000 - 1)
  const again = await next(first)
  expect(await tried(again)).toBe('accepted')
  scene.clock.advance(30_000)
  expect(await tried(second)).toBe(reused)
})

test('with rotation, the one before the last has no grace', async () => {
  const { first, next, tried } = await rotating(60)
  await next(await next(first))
  expect(await tried(first)).toBe(reused)
})

test('with rotation, parallel uses in the grace period all succeed, and leave one family', async () => {
  const { ClientId, first, tried } = await rotating(10)
  const answers = await Promise.all(Array.from({ length: 8 }, () => exchange(first, ClientId)))
  scene.clock.advance(11_000)
  const [one = '', other = ''] = answers.map((answer) => tokensOf(answer).RefreshToken)
  expect(await tried(one)).toBe('accepted')
  scene.clock.advance(11_000)
  expect(await tried(other)).toBe(reused)
})

test('with rotation, of parallel uses without grace no more than one succeeds, and the family ends', async () => {
  const { first, tried } = await rotating(0)
  const answers = await Promise.all(Array.from({ length: 8 }, () => tried(first)))
  expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1)
  expect(answers.filter((answer) => answer === reused)).not.toHaveLength(0)
  expect(await tried(first)).toBe(revoked)
})

test('with rotation, REFRESH_TOKEN_AUTH is not available', async () => {
  const { ClientId, first } = await rotating(0)
  expect(await refusalOf(scene.refresh(first, ClientId))).toMatch(
    /^InvalidParameterException: REFRESH_TOKEN_AUTH is not available/,
  )
})

test('with rotation, a token that was rotated away does not come back when rotation is turned off', async () => {
  const { ClientId, first, next, tried } = await rotating(60)
  const second = await next(first)
  const { UserPoolId } = scene
  const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] as const
  await scene.call('UpdateUserPoolClient', { UserPoolId, ClientId, ExplicitAuthFlows })
  expect(await refusalOf(scene.refresh(first, ClientId))).toBe(revoked)
  expect(await refusalOf(scene.refresh(second, ClientId))).toBe('accepted')
  expect(await tried(first)).toBe(reused)
})
