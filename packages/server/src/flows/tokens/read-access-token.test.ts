import { createHmac, createPublicKey } from 'node:crypto'
import { decodeJwt } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import type { OperationName } from '@cognate/wire/user-pools.ts'
import { newKeyPair, readPrivateKey } from '../../crypto/signing-keys.ts'
import { type Claims, jwsSigner } from '../../crypto/jws.ts'
import { publishedKeys } from '../../testing/published-keys.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { signInScene, type SignInScene, tokensOf } from '../../testing/sign-in-scene.ts'

const invalid = 'NotAuthorizedException: Invalid Access Token'
const forged = 'NotAuthorizedException: Could not verify signature for Access Token'
const revoked = 'NotAuthorizedException: Access Token has been revoked'

let scene: SignInScene
beforeAll(async () => {
  scene = await signInScene()
  await scene.newUser('ada')
})

const signIn = async (name = 'ada') => tokensOf(await scene.byPassword(name))
const use = (AccessToken: string, operation: 'GetUser' | 'GlobalSignOut' = 'GetUser') =>
  refusalOf(scene.call(operation satisfies OperationName, { AccessToken }))
const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')

/** Signed by a present key of the pool, which nobody but the pool has. */
async function signedByPool(use: 'id' | 'access', claims: Claims, poolId = scene.UserPoolId): Promise<string> {
  const key = await scene.world.store.signingKeys.current(poolId, use)
  return key ? scene.world.tokenKeys.signer(key)(claims) : ''
}

test('a live access token is accepted', async () => {
  expect(await use((await signIn()).AccessToken)).toBe('accepted')
})

test('a token ends when it says, to the second', async () => {
  const { AccessToken } = await signIn()
  scene.clock.advance(3_600_000 - 1)
  expect(await use(AccessToken)).toBe('accepted')
  scene.clock.advance(1)
  expect(await use(AccessToken)).toBe('NotAuthorizedException: Access Token has expired')
})

test('an ID token is no access token', async () => {
  expect(await use((await signIn()).IdToken)).toBe(forged)
})

test('an access token that the ID token’s key signed is none', async () => {
  expect(await use(await signedByPool('id', decodeJwt((await signIn()).AccessToken)))).toBe(forged)
})

test('claims that were changed after signing are not believed', async () => {
  const [header, , signature] = (await signIn()).AccessToken.split('.')
  const claims = decodeJwt((await signIn()).AccessToken)
  for (const changed of [{ ...claims, username: 'mary' }, { ...claims, exp: 4_000_000_000 }, []])
    expect(await use(`${header}.${encoded(changed)}.${signature}`)).toBe(forged)
})

test('an algorithm of the caller’s choice is not used', async () => {
  const { AccessToken } = await signIn()
  const payload = AccessToken.split('.')[1] ?? ''
  const { keys } = await publishedKeys(scene.UserPoolId, scene.world)
  for (const jwk of keys) {
    const pem = createPublicKey({ key: jwk as Record<string, unknown>, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    })
    const head = `${encoded({ kid: jwk.kid, alg: 'HS256' })}.${payload}`
    expect(await use(`${head}.${createHmac('sha256', pem).update(head).digest('base64url')}`)).toBe(forged)
    expect(await use(`${encoded({ kid: jwk.kid, alg: 'none' })}.${payload}.AA`)).toBe(forged)
  }
})

test('a token of a stranger’s key is not believed, whatever key it names', async () => {
  const { privateKey, kid } = await newKeyPair(scene.world.random)
  const claims = decodeJwt((await signIn()).AccessToken)
  const access = await scene.world.store.signingKeys.current(scene.UserPoolId, 'access')
  for (const name of [kid, access?.id ?? ''])
    expect(await use(await jwsSigner(name, readPrivateKey(privateKey))(claims))).toBe(forged)
})

test('another pool’s key does not open this pool, nor this pool’s client another', async () => {
  const { UserPool } = await scene.call('CreateUserPool', { PoolName: 'others' })
  const claims = decodeJwt((await signIn()).AccessToken)
  expect(await use(await signedByPool('access', claims, UserPool?.Id))).toBe(forged)
  const iss = `http://localhost:9400/${UserPool?.Id}`
  expect(await use(await signedByPool('access', { ...claims, iss }, UserPool?.Id))).toBe(invalid)
})

test.each<[string, Record<string, unknown>, string]>([
  ['another use', { token_use: 'id' }, invalid],
  ['no user', { sub: 7 }, invalid],
  ['no session', { event_id: undefined }, invalid],
  ['no client', { client_id: null }, invalid],
  ['no end', { exp: undefined }, 'NotAuthorizedException: Access Token has expired'],
  ['an end that is no number', { exp: 'never' }, 'NotAuthorizedException: Access Token has expired'],
  ['other scopes', { scope: 'openid email' }, 'NotAuthorizedException: Access Token does not have required scopes'],
  ['a session that never was', { event_id: '0f9ae7c5-0000-4000-8000-000000000000' }, revoked],
])('a token of the pool’s own making with %s is refused', async (_, changes, refusal) => {
  const claims = decodeJwt((await signIn()).AccessToken)
  expect(await use(await signedByPool('access', { ...claims, ...changes }))).toBe(refusal)
})

test.each(['', 'x', 'a.b', 'a.b.c', 'a.b.c.d.e', '...', `${'a'.repeat(100_000)}.b.c`])(
  'text that is no token is refused (%#)',
  async (text) => {
    expect(await use(text)).toMatch(/^(NotAuthorized|InvalidParameter)Exception: /)
  },
)

describe('whose user', () => {
  test('is disabled: not a moment longer', async () => {
    const user = await scene.newUser('disabled')
    const { AccessToken } = await signIn('disabled')
    await scene.world.store.decide(scene.world.store.users.save({ ...user, enabled: false }, user))
    expect(await use(AccessToken)).toBe('NotAuthorizedException: User is disabled.')
  })

  test('is deleted: said where the operation has a word for it', async () => {
    const user = await scene.newUser('gone')
    const { AccessToken } = await signIn('gone')
    await scene.world.store.decide(scene.world.store.users.remove(user))
    expect(await use(AccessToken)).toBe('UserNotFoundException: User does not exist.')
    expect(await use(AccessToken, 'GlobalSignOut')).toBe(revoked)
  })
})

test('a token does not outlive its client or its pool', async () => {
  await using house = await signInScene()
  await house.newUser('ada')
  const { UserPoolId } = house
  const { ClientId } = await house.newClient()
  const { AccessToken } = tokensOf(await house.byPassword('ada', undefined, ClientId))
  const other = tokensOf(await house.byPassword('ada'))
  await house.call('DeleteUserPoolClient', { UserPoolId, ClientId })
  expect(await refusalOf(house.call('GetUser', { AccessToken }))).toBe(invalid)
  await house.call('DeleteUserPool', { UserPoolId })
  expect(await refusalOf(house.call('GetUser', { AccessToken: other.AccessToken }))).toBe(forged)
})

test('a client that is made again under its old id revives no token of the old one', async () => {
  await using house = await signInScene()
  await house.newUser('ada')
  const { UserPoolId } = house
  const named = { ClientName: '_custom_id_:app' }
  const { ClientId } = await house.newClient(named)
  const old = tokensOf(await house.byPassword('ada', undefined, ClientId))
  house.clock.advance(1)
  await house.call('DeleteUserPoolClient', { UserPoolId, ClientId })
  await house.newClient(named)
  expect(await refusalOf(house.call('GetUser', { AccessToken: old.AccessToken }))).toBe(revoked)
  expect(await refusalOf(house.refresh(old.RefreshToken, ClientId))).toBe(
    'NotAuthorizedException: Invalid Refresh Token',
  )
  const { AccessToken } = tokensOf(await house.byPassword('ada', undefined, ClientId))
  expect(await refusalOf(house.call('GetUser', { AccessToken }))).toBe('accepted')
})

test('who signs in at a node whose clock is behind the client’s is in all the same', async () => {
  await using house = await signInScene()
  await house.newUser('ada')
  const { client } = (await house.world.store.clients.findWithPool(house.ClientId)) ?? {}
  if (!client) throw new Error('no client')
  const { clients, decide } = house.world.store
  await decide(clients.remove(client.poolId, client.id))
  await decide([clients.add({ ...client, createdAt: client.createdAt + 5000 }, () => new Error('taken'))])
  const { AccessToken } = tokensOf(await house.byPassword('ada'))
  expect(await refusalOf(house.call('GetUser', { AccessToken }))).toBe('accepted')
})
