import { beforeAll, expect, test } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { signInScene, type SignInScene, tokensOf } from '../../testing/sign-in-scene.ts'

let scene: SignInScene
beforeAll(async () => {
  scene = await signInScene()
  await scene.newUser('ada')
})

const signIn = async (client?: string) => tokensOf(await scene.byPassword('ada', undefined, client))
const revoke = (Token: string, ClientId = scene.ClientId, ClientSecret?: string) =>
  scene.call('RevokeToken', { Token, ClientId, ...(ClientSecret && { ClientSecret }) })

const accessRevoked = 'NotAuthorizedException: Access Token has been revoked'
const refreshRevoked = 'NotAuthorizedException: Refresh Token has been revoked'

/** What the tokens of one sign-in are good for. */
async function worthOf({ AccessToken, RefreshToken }: Awaited<ReturnType<typeof signIn>>) {
  return [await refusalOf(scene.call('GetUser', { AccessToken })), await refusalOf(scene.refresh(RefreshToken))]
}

test('RevokeToken ends one family at once, and no other', async () => {
  const [one, other] = [await signIn(), await signIn()]
  expect(await revoke(one.RefreshToken)).toEqual({})
  expect(await worthOf(one)).toEqual([accessRevoked, refreshRevoked])
  expect(await worthOf(other)).toEqual(['accepted', 'accepted'])
})

test('tokens that came of refreshing end with their family', async () => {
  const first = await signIn()
  const { AccessToken } = tokensOf(await scene.refresh(first.RefreshToken))
  await revoke(first.RefreshToken)
  expect(await refusalOf(scene.call('GetUser', { AccessToken }))).toBe(accessRevoked)
})

test('revoking twice, or what has expired or is forgotten, is as good as once', async () => {
  const { RefreshToken } = await signIn()
  await revoke(RefreshToken)
  expect(await refusalOf(revoke(RefreshToken))).toBe('accepted')
  scene.clock.advance(40 * 86_400_000)
  await scene.world.store.forgetExpired(scene.clock.now(), 100)
  expect(await refusalOf(revoke(RefreshToken))).toBe('accepted')
})

test('a token is revoked by its own client only', async () => {
  const { ClientId } = await scene.newClient()
  const tokens = await signIn()
  expect(await refusalOf(revoke(tokens.RefreshToken, ClientId))).toMatch(/^UnauthorizedException/)
  expect(await worthOf(tokens)).toEqual(['accepted', 'accepted'])
})

test('access and ID tokens are not what is revoked', async () => {
  const { AccessToken, IdToken } = await signIn()
  for (const token of [AccessToken, IdToken])
    expect(await refusalOf(revoke(token))).toBe('UnsupportedTokenTypeException: Unsupported token type.')
  expect(await refusalOf(revoke('nonsense'))).toBe('InvalidParameterException: Invalid token.')
})

test('a client without revocation cannot revoke', async () => {
  const { ClientId } = await scene.newClient({ EnableTokenRevocation: false })
  const { RefreshToken } = await signIn(ClientId)
  expect(await refusalOf(revoke(RefreshToken, ClientId))).toMatch(/^UnsupportedOperationException/)
})

test('a client that is not there, or does not show its secret, is unauthorized: the operation has no other word', async () => {
  const { ClientId } = await scene.newClient({ GenerateSecret: true })
  const { RefreshToken } = await signIn()
  for (const [client, secret] of [['nonexistent'], [ClientId], [ClientId, 'x'.repeat(24)]] as const)
    expect(await refusalOf(revoke(RefreshToken, client, secret))).toMatch(/^UnauthorizedException: /)
})

test('GlobalSignOut ends every family of the user, and nobody else’s', async () => {
  await scene.newUser('mary')
  const mary = tokensOf(await scene.byPassword('mary'))
  const [one, other] = [await signIn(), await signIn()]
  expect(await scene.call('GlobalSignOut', { AccessToken: one.AccessToken })).toEqual({})
  expect(await worthOf(one)).toEqual([accessRevoked, refreshRevoked])
  expect(await worthOf(other)).toEqual([accessRevoked, refreshRevoked])
  expect(await worthOf(mary)).toEqual(['accepted', 'accepted'])
  expect(await worthOf(await signIn())).toEqual(['accepted', 'accepted'])
})

test('AdminUserGlobalSignOut does the same for an operator', async () => {
  const tokens = await signIn()
  const { UserPoolId } = scene
  expect(await scene.call('AdminUserGlobalSignOut', { UserPoolId, Username: 'ada' })).toEqual({})
  expect(await worthOf(tokens)).toEqual([accessRevoked, refreshRevoked])
})
