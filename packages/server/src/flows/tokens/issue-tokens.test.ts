import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { publishedKeys } from '../../testing/published-keys.ts'
import { signInScene, type SignInScene, tokensOf } from '../../testing/sign-in-scene.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const custom = [
  { Name: 'tenant', AttributeDataType: 'String' },
  { Name: 'level', AttributeDataType: 'Number' },
  { Name: 'note', AttributeDataType: 'String', DeveloperOnlyAttribute: true },
] as const
const attributes = {
  email: 'ada@example.com',
  email_verified: 'true',
  phone_number: '+12065550100',
  phone_number_verified: 'false',
  given_name: 'Ada',
  address: 'St James’s Square 12',
  updated_at: '1767225600',
  'custom:tenant': 'north',
  'custom:level': '7',
  'dev:custom:note': 'secret',
}

let scene: SignInScene
let sub = ''
beforeAll(async () => {
  scene = await signInScene({ Schema: custom })
  sub = (await scene.newUser('ada', { attributes })).sub
})

/** How strongly a password alone authenticates. */
const strength = { acr: 'urn:cognito:loa:1', amr: ['pwd'] }
const seconds = () => Math.floor(scene.clock.now() / 1000)

test('an ID token has exactly the claims of the service, with their types', async () => {
  const { IdToken } = tokensOf(await scene.bySrp('ada'))
  expect(decodeJwt(IdToken)).toEqual({
    sub,
    email_verified: true,
    iss: `http://localhost:9400/${scene.UserPoolId}`,
    phone_number_verified: false,
    'cognito:username': 'ada',
    origin_jti: expect.stringMatching(uuid),
    aud: scene.ClientId,
    event_id: expect.stringMatching(uuid),
    token_use: 'id',
    ...strength,
    auth_time: seconds(),
    exp: seconds() + 3600,
    iat: seconds(),
    jti: expect.stringMatching(uuid),
    email: 'ada@example.com',
    phone_number: '+12065550100',
    given_name: 'Ada',
    address: { formatted: 'St James’s Square 12' },
    updated_at: 1_767_225_600,
    'custom:tenant': 'north',
    'custom:level': '7',
  })
})

test('an access token has exactly its claims, and nothing of the person', async () => {
  const { AccessToken } = tokensOf(await scene.byPassword('ada'))
  expect(decodeJwt(AccessToken)).toEqual({
    sub,
    iss: `http://localhost:9400/${scene.UserPoolId}`,
    client_id: scene.ClientId,
    origin_jti: expect.stringMatching(uuid),
    event_id: expect.stringMatching(uuid),
    token_use: 'access',
    ...strength,
    scope: 'aws.cognito.signin.user.admin',
    auth_time: seconds(),
    exp: seconds() + 3600,
    iat: seconds(),
    jti: expect.stringMatching(uuid),
    username: 'ada',
  })
})

test('both tokens of a sign-in share its origin and its event, and differ in their own ids', async () => {
  const { IdToken, AccessToken } = tokensOf(await scene.byPassword('ada'))
  const [id, access] = [decodeJwt(IdToken), decodeJwt(AccessToken)]
  expect(access['origin_jti']).toBe(id['origin_jti'])
  expect(access['event_id']).toBe(id['event_id'])
  expect(access.jti).not.toBe(id.jti)
})

test('a token names its key and algorithm in its header, and nothing else', async () => {
  const { IdToken, AccessToken } = tokensOf(await scene.byPassword('ada'))
  for (const token of [IdToken, AccessToken]) {
    const header = Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString()
    expect(header).toMatch(/^\{"kid":"[\w+/]{43}=","alg":"RS256"\}$/)
  }
  expect(decodeProtectedHeader(IdToken).kid).not.toBe(decodeProtectedHeader(AccessToken).kid)
})

test('standard verifiers accept both tokens with the keys that the pool publishes', async () => {
  const { IdToken, AccessToken } = tokensOf(await scene.byPassword('ada'))
  const keys = createLocalJWKSet(await publishedKeys(scene.UserPoolId, scene.world))
  const currentDate = new Date(scene.clock.now())
  const issuer = `http://localhost:9400/${scene.UserPoolId}`
  const id = await jwtVerify(IdToken, keys, { issuer, audience: scene.ClientId, currentDate, algorithms: ['RS256'] })
  const access = await jwtVerify(AccessToken, keys, { issuer, currentDate, algorithms: ['RS256'] })
  expect([id.payload['token_use'], access.payload['token_use']]).toEqual(['id', 'access'])
})

test('a verified flag is claimed only if it was ever set', async () => {
  await scene.newUser('ida', { attributes: { email: 'ida@example.com' } })
  expect(decodeJwt(tokensOf(await scene.byPassword('ida')).IdToken)).not.toHaveProperty('email_verified')
})

test('a client gets the attributes it may read, and no others', async () => {
  const { ClientId } = await scene.newClient({ ReadAttributes: ['email', 'custom:level'] })
  const claims = decodeJwt(tokensOf(await scene.byPassword('ada', undefined, ClientId)).IdToken)
  expect(claims).toMatchObject({ sub, email: 'ada@example.com', 'custom:level': '7' })
  for (const name of ['email_verified', 'phone_number', 'given_name', 'address', 'custom:tenant'])
    expect(claims).not.toHaveProperty([name])
})

test('where e-mail is the way to sign in, the username is the sub', async () => {
  await using house = await signInScene({ UsernameAttributes: ['email'] })
  const user = await house.newUser('', {
    username: '0190a0f0-0000-7000-8000-000000000001',
    attributes: { email: 'ada@example.com' },
    signsInWith: 'email',
  })
  const { IdToken, AccessToken } = tokensOf(await house.byPassword('ada@example.com'))
  expect(decodeJwt(IdToken)['cognito:username']).toBe(user.username)
  expect(decodeJwt(AccessToken)['username']).toBe(user.username)
})

test('an alias signs in, and the tokens name the username', async () => {
  await using house = await signInScene({ AliasAttributes: ['email'] })
  await house.newUser('ada', { attributes: { email: 'ada@example.com', email_verified: 'true' } })
  const { AccessToken } = tokensOf(await house.byPassword('ada@example.com'))
  expect(decodeJwt(AccessToken)['username']).toBe('ada')
})

test('tokens live as long as the client says, each in its own unit', async () => {
  const { ClientId } = await scene.newClient({
    AccessTokenValidity: 10,
    IdTokenValidity: 7200,
    RefreshTokenValidity: 2,
    TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'seconds', RefreshToken: 'hours' },
  })
  const answer = await scene.byPassword('ada', undefined, ClientId)
  expect(answer.AuthenticationResult?.ExpiresIn).toBe(600)
  const { IdToken, AccessToken } = tokensOf(answer)
  expect(decodeJwt(AccessToken).exp).toBe(seconds() + 600)
  expect(decodeJwt(IdToken).exp).toBe(seconds() + 7200)
})

test('a client without revocation gets tokens without origin and id', async () => {
  const { ClientId } = await scene.newClient({ EnableTokenRevocation: false })
  const { IdToken, AccessToken } = tokensOf(await scene.byPassword('ada', undefined, ClientId))
  for (const claims of [decodeJwt(IdToken), decodeJwt(AccessToken)]) {
    expect(claims).not.toHaveProperty('origin_jti')
    expect(claims).not.toHaveProperty('jti')
  }
})

test('a refresh token looks as those of the service do, and tells nothing', async () => {
  const { RefreshToken } = tokensOf(await scene.byPassword('ada'))
  expect(RefreshToken.split('.')).toHaveLength(5)
  expect(decodeProtectedHeader(RefreshToken)).toMatchObject({ cty: 'JWT', enc: 'A256GCM' })
  expect(Buffer.from(RefreshToken, 'base64url').toString('latin1')).not.toContain(sub)
})
