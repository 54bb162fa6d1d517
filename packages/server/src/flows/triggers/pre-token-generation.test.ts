import { decodeJwt } from 'jose'
import { afterEach, expect, test } from 'vitest'
import type { CreateUserPoolRequest, PreTokenGenerationLambdaVersionType } from '@cognate/wire/user-pools.ts'
import { answering, arnOf, type FunctionEvent, recordedFunctions, unmoved } from '../../testing/recorded-functions.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { signInScene, tokensOf } from '../../testing/sign-in-scene.ts'

let scene: Awaited<ReturnType<typeof signInScene>>
afterEach(() => scene[Symbol.asyncDispose]())

type Answer = (event: FunctionEvent) => unknown
async function withFunction(
  version: PreTokenGenerationLambdaVersionType,
  answer: Answer,
  pool: Partial<CreateUserPoolRequest> = {},
) {
  const { functions, ...recorded } = recordedFunctions({ PreTokenGeneration: answer })
  const LambdaArn = arnOf('PreTokenGeneration')
  const LambdaConfig =
    version === 'V1_0'
      ? { PreTokenGeneration: LambdaArn }
      : { PreTokenGeneration: LambdaArn, PreTokenGenerationConfig: { LambdaArn, LambdaVersion: version } }
  scene = await signInScene({ LambdaConfig, ...pool }, { functions })
  const { call, UserPoolId } = scene
  const ada = await scene.newUser('ada', { attributes: { email: 'ada@example.com', name: 'Ada' } })
  const RoleArn = 'arn:aws:iam::000000000000:role/engines'
  await call('CreateGroup', { UserPoolId, GroupName: 'engines', RoleArn })
  await call('AdminAddUserToGroup', { UserPoolId, Username: 'ada', GroupName: 'engines' })
  const signIn = async () => {
    const { AccessToken, IdToken, RefreshToken } = tokensOf(await scene.byPassword('ada'))
    return { AccessToken, RefreshToken, id: decodeJwt(IdToken), access: decodeJwt(AccessToken) }
  }
  return { ...scene, ...recorded, ada, RoleArn, signIn }
}
const changing =
  (details: Readonly<Record<string, unknown>>): Answer =>
  (event) =>
    answering(event, { [Object.keys(event.response)[0] ?? '']: details })
const unrecognizable = 'InvalidLambdaResponseException: Unrecognizable lambda output'

test.each([
  ['V1_0', '1', { claimsOverrideDetails: null }, {}],
  ['V2_0', '2', { claimsAndScopeOverrideDetails: null }, { scopes: ['aws.cognito.signin.user.admin'] }],
  ['V3_0', '3', { claimsAndScopeOverrideDetails: null }, { scopes: ['aws.cognito.signin.user.admin'] }],
] as const)('a function of version %s is told what it may change [D]', async (of, version, response, more) => {
  const { signIn, events, UserPoolId, ClientId, ada, RoleArn } = await withFunction(of, unmoved)
  const { id, access } = await signIn()
  expect(events).toEqual([
    {
      version,
      triggerSource: 'TokenGeneration_Authentication',
      region: 'us-east-1',
      userPoolId: UserPoolId,
      userName: 'ada',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ClientId },
      request: {
        userAttributes: { sub: ada.sub, 'cognito:user_status': 'CONFIRMED', email: 'ada@example.com', name: 'Ada' },
        groupConfiguration: { groupsToOverride: ['engines'], iamRolesToOverride: [RoleArn], preferredRole: RoleArn },
        ...more,
      },
      response,
    },
  ])
  expect([id['email'], id['cognito:groups'], access['cognito:groups']]).toEqual([
    'ada@example.com',
    ['engines'],
    ['engines'],
  ])
})

test('the first version changes the ID token, and groups in both [D]', async () => {
  const { signIn } = await withFunction(
    'V1_0',
    changing({
      claimsToAddOrOverride: { tenant: 'acme', level: 7, email: 'other@example.com', sub: 'forged' },
      claimsToSuppress: ['name'],
      groupOverrideDetails: { groupsToOverride: ['a', 'b'], iamRolesToOverride: ['r'], preferredRole: 'r' },
    }),
  )
  const { id, access } = await signIn()
  expect(id).toMatchObject({ tenant: 'acme', level: '7', email: 'other@example.com', 'cognito:groups': ['a', 'b'] })
  expect(id).toMatchObject({ 'cognito:roles': ['r'], 'cognito:preferred_role': 'r' })
  expect([id['name'], id.sub === 'forged']).toEqual([undefined, false])
  expect(access['cognito:groups']).toEqual(['a', 'b'])
  expect(access['tenant']).toBeUndefined()
})

test.each(['V2_0', 'V3_0'] as const)(
  'version %s changes both tokens, with any value, and scopes [D]',
  async (version) => {
    const { signIn, call } = await withFunction(
      version,
      changing({
        idTokenGeneration: { claimsToAddOrOverride: { tenant: { id: 7 } }, claimsToSuppress: ['email'] },
        accessTokenGeneration: {
          claimsToAddOrOverride: { roles: ['admin'], client_id: 'forged' },
          scopesToAdd: ['sc.group.engines'],
        },
      }),
    )
    const { id, access, AccessToken } = await signIn()
    expect([id['tenant'], id['email']]).toEqual([{ id: 7 }, undefined])
    expect(access).toMatchObject({ roles: ['admin'], scope: 'aws.cognito.signin.user.admin sc.group.engines' })
    expect(access['client_id']).not.toBe('forged')
    expect((await call('GetUser', { AccessToken })).Username).toBe('ada')
  },
)

test('a token whose scope was taken away opens nothing here [D]', async () => {
  const { signIn, call } = await withFunction(
    'V2_0',
    changing({ accessTokenGeneration: { scopesToSuppress: ['aws.cognito.signin.user.admin'] } }),
  )
  const { AccessToken, access } = await signIn()
  expect(access['scope']).toBeUndefined()
  expect(await refusalOf(call('GetUser', { AccessToken }))).toBe(
    'NotAuthorizedException: Access Token does not have required scopes',
  )
})

test.each([null, {}])('%j for groups takes them away, and roles with them [D]', async (groupOverrideDetails) => {
  const { signIn } = await withFunction('V1_0', changing({ groupOverrideDetails }))
  const { id, access } = await signIn()
  for (const claim of ['cognito:groups', 'cognito:roles', 'cognito:preferred_role'])
    expect([id[claim], access[claim]]).toEqual([undefined, undefined])
})

test.each<readonly [string, PreTokenGenerationLambdaVersionType, Readonly<Record<string, unknown>>]>([
  ['a list as a text [O]', 'V1_0', { claimsToAddOrOverride: { tenants: ['a'] } }],
  ['a text for a list', 'V1_0', { claimsToSuppress: 'name' }],
  ['a list for the details', 'V2_0', { idTokenGeneration: [] }],
  [
    'an object where clients read a text [D]',
    'V2_0',
    {
      idTokenGeneration: { claimsToAddOrOverride: { email_verified: { by: 'us' } } },
    },
  ],
  ['a scope with a space [D]', 'V2_0', { accessTokenGeneration: { scopesToAdd: ['a b'] } }],
  [
    'five thousand changes and one [D]',
    'V2_0',
    {
      accessTokenGeneration: { scopesToAdd: Array.from({ length: 5001 }, (_, at) => `s${at}`) },
    },
  ],
  ['a token of megabytes [K]', 'V2_0', { idTokenGeneration: { claimsToAddOrOverride: { long: 'x'.repeat(2e6) } } }],
])('%s is unrecognizable, and nobody is in', async (_what, version, details) => {
  const { byPassword } = await withFunction(version, changing(details))
  expect(await refusalOf(byPassword('ada'))).toBe(unrecognizable)
})

test('refreshing has a source of its own, and exchanging that of signing in [D]', async () => {
  const { signIn, refresh, call, ClientId, events, fired } = await withFunction('V2_0', unmoved)
  const { RefreshToken } = await signIn()
  fired()
  await refresh(RefreshToken)
  const ClientMetadata = { device: 'phone' }
  await call('GetTokensFromRefreshToken', { ClientId, RefreshToken, ClientMetadata })
  expect(events.map(({ triggerSource, request }) => [triggerSource, request['clientMetadata']])).toEqual([
    ['TokenGeneration_RefreshTokens', undefined],
    ['TokenGeneration_Authentication', ClientMetadata],
  ])
})

test('a function that fails costs a client neither its session nor its refresh token', async () => {
  const { call, newClient, byPassword, handle } = await withFunction('V1_0', unmoved)
  const { ClientId } = await newClient({
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
  })
  const { RefreshToken } = tokensOf(await byPassword('ada', undefined, ClientId))
  const exchange = () => call('GetTokensFromRefreshToken', { ClientId, RefreshToken })
  handle({ PreTokenGeneration: () => Promise.reject(new Error('try later')) })
  expect(await refusalOf(exchange())).toBe(
    'UserLambdaValidationException: PreTokenGeneration failed with error try later.',
  )
  handle({ PreTokenGeneration: unmoved })
  expect((await exchange()).AuthenticationResult?.RefreshToken).toBeDefined()
})

test('a new password has a source of its own [D]', async () => {
  const { newUser, byPassword, call, ClientId, events } = await withFunction('V1_0', unmoved)
  await newUser('ida', { status: 'FORCE_CHANGE_PASSWORD' })
  const { ChallengeName = 'PASSWORD', Session = '' } = await byPassword('ida')
  const ChallengeResponses = { USERNAME: 'ida', NEW_PASSWORD: 'Brand-new-horse-2' }
  const ClientMetadata = { device: 'phone' }
  await call('RespondToAuthChallenge', { ClientId, ChallengeName, Session, ChallengeResponses, ClientMetadata })
  expect(events).toMatchObject([
    {
      triggerSource: 'TokenGeneration_NewPasswordChallenge',
      request: { clientMetadata: ClientMetadata, userAttributes: { 'cognito:user_status': 'CONFIRMED' } },
    },
  ])
})

test.each([
  ['V2_0', []],
  ['V3_0', ['TokenGeneration_ClientCredentials']],
] as const)('version %s hears of the tokens of clients: %j [D]', async (version, sources) => {
  const more = { accessTokenGeneration: { claimsToAddOrOverride: { env: 'dev' }, scopesToAdd: ['extra'] } }
  const { call, UserPoolId, events } = await withFunction(version, changing(more))
  await call('CreateResourceServer', {
    UserPoolId,
    Identifier: 'api',
    Name: 'api',
    Scopes: [{ ScopeName: 'read', ScopeDescription: 'read' }],
  })
  const { UserPoolClient } = await call('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'machine',
    GenerateSecret: true,
    ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH' as never],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['api/read'],
  })
  const { ClientId = '', ClientSecret = '' } = UserPoolClient ?? {}
  const ClientMetadata = { environment: 'dev' }
  const { ClientAuthenticationResult } = await call('GetClientToken', {
    ClientId,
    Secret: ClientSecret,
    ClientMetadata,
  })
  const claims = decodeJwt(ClientAuthenticationResult?.AccessToken ?? '')
  const changed = sources.length > 0
  expect([claims['scope'], claims['env']]).toEqual(changed ? ['api/read extra', 'dev'] : ['api/read', undefined])
  const request = { userAttributes: {}, groupConfiguration: null, scopes: ['api/read'], clientMetadata: ClientMetadata }
  expect(
    events.map(({ triggerSource, userName, request: told }) => ({ triggerSource, userName, request: told })),
  ).toEqual(sources.map((triggerSource) => ({ triggerSource, userName: 'ClientCredentials', request })))
})
