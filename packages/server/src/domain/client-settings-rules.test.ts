import type { CreateUserPoolClientRequest, CreateUserPoolRequest } from '@cognate/wire/user-pools.ts'
import { describe, expect, test } from 'vitest'
import { settingsOfNewClient, settingsOfUpdatedClient } from './client-settings.ts'
import { settingsOfNewPool } from './pool-settings.ts'
import { nothingOffered } from './offered-to-clients.ts'
import type { Pool } from './pool.ts'

type Members = Omit<CreateUserPoolClientRequest, 'UserPoolId' | 'ClientName'>

const place = { account: '000000000000', region: 'us-east-1' }
const poolOf = (members: Partial<CreateUserPoolRequest> = {}): Pool => ({
  id: 'us-east-1_p',
  ...place,
  settings: settingsOfNewPool({ PoolName: 'p', ...members }, place),
  createdAt: 0,
  modifiedAt: 0,
  version: 1,
})
const pool = poolOf({
  Schema: [
    { Name: 'email', Required: true },
    { Name: 'tenant', AttributeDataType: 'String', Mutable: false },
    { Name: 'tier_verified', AttributeDataType: 'Boolean' },
    { Name: 'note', AttributeDataType: 'String', DeveloperOnlyAttribute: true },
  ],
})
const created = (members: Members, where = pool) =>
  settingsOfNewClient({ UserPoolId: where.id, ClientName: 'c', ...members }, where)
const oauth = (members: Members): Members => ({
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid'],
  CallbackURLs: ['https://example.com'],
  ...members,
})
const badReading = 'Invalid read attributes specified while creating a client'
const badWriting = 'Invalid write attributes specified while creating a client'
const badAnalytics =
  'Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid'
const arn = 'arn:aws:mobiletargeting:us-east-1:111122223333:apps/a'

const contradictions: readonly [string, Members, string][] = [
  [
    'new and old names of flows',
    { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] },
    "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
  ],
  [
    'rotation and the flow that does not rotate',
    { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'], RefreshTokenRotation: { Feature: 'ENABLED' } },
    'ALLOW_REFRESH_TOKEN_AUTH cannot be used when refresh token rotation is enabled.',
  ],
  [
    'tokens for the client and for users',
    { GenerateSecret: true, ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'] },
    'ALLOW_CLIENT_TOKEN_AUTH cannot be used with other auth flows.',
  ],
  [
    'tokens for a client without secret',
    { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] },
    'ALLOW_CLIENT_TOKEN_AUTH can not be selected if client does not have a client secret.',
  ],
  ['reading an attribute that does not exist', { ReadAttributes: ['custom:none'] }, badReading],
  ['reading an attribute for developers only', { ReadAttributes: ['dev:custom:note'] }, badReading],
  ['writing an attribute that does not exist', { WriteAttributes: ['email', 'custom:none'] }, badWriting],
  ['writing sub', { WriteAttributes: ['email', 'sub'] }, badWriting],
  ['writing that an address is verified', { WriteAttributes: ['email', 'email_verified'] }, badWriting],
  ['writing an attribute for developers only', { WriteAttributes: ['email', 'dev:custom:note'] }, badWriting],
  ['not writing what is required', { WriteAttributes: ['name'] }, badWriting],
  [
    'a provider that the pool does not have',
    { SupportedIdentityProviders: ['COGNITO', 'Google'] },
    'The provider Google does not exist for User Pool us-east-1_p.',
  ],
  [
    'a default redirect that is not allowed',
    { CallbackURLs: ['https://example.com'], DefaultRedirectURI: 'https://example.com/' },
    'The default redirect URI https://example.com/ is not in the callback URIs list.',
  ],
  [
    'a callback without TLS',
    { CallbackURLs: ['http://example.com'] },
    'http://example.com cannot use the HTTP protocol.',
  ],
  ['a logout without TLS', { LogoutURLs: ['http://example.com'] }, 'http://example.com cannot use the HTTP protocol.'],
  [
    'context of users sent by a client without secret',
    { EnablePropagateAdditionalUserContextData: true },
    'Client Secret is required to set EnablePropagateAdditionalUserContextData as true',
  ],
  ['analytics of nothing', { AnalyticsConfiguration: {} }, badAnalytics],
  ['analytics of an id alone', { AnalyticsConfiguration: { ApplicationId: 'a' } }, badAnalytics],
  [
    'analytics of an ARN and an id',
    { AnalyticsConfiguration: { ApplicationArn: arn, ApplicationId: 'a' } },
    badAnalytics,
  ],
]

const badOAuth: readonly [string, Members, string][] = [
  [
    'OAuth without flows',
    oauth({ AllowedOAuthFlows: [] }),
    'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
  ],
  [
    'OAuth without scopes',
    oauth({ AllowedOAuthScopes: undefined }),
    'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
  ],
  [
    'codes that lead nowhere',
    oauth({ CallbackURLs: [] }),
    'CallbackUrls can not be empty when code flow or implicit flow is selected',
  ],
  [
    'tokens for the client and for users',
    oauth({ GenerateSecret: true, AllowedOAuthFlows: ['client_credentials', 'implicit'] }),
    'client_credentials flow can not be selected along with code flow or implicit flow.',
  ],
  [
    'tokens for a client without secret',
    oauth({ AllowedOAuthFlows: ['client_credentials'] }),
    'client_credentials flow can not be selected if client does not have a client secret.',
  ],
  [
    'scopes of users for a client',
    oauth({ GenerateSecret: true, AllowedOAuthFlows: ['client_credentials'] }),
    'openid is not supported with client_credentials flow',
  ],
]

describe('settings that contradict each other or the pool are refused:', () => {
  test.each(contradictions)('%s', (_name, members, message) => {
    expect(() => created(members)).toThrow(expect.objectContaining({ name: 'InvalidParameterException', message }))
  })

  test.each(badOAuth)('by the name of OAuth: %s', (_name, members, message) => {
    expect(() => created(members)).toThrow(expect.objectContaining({ name: 'InvalidOAuthFlowException', message }))
  })

  test('a scope that nobody defined', () => {
    expect(() => created(oauth({ AllowedOAuthScopes: ['openid', 'photos/read'] }))).toThrow(
      expect.objectContaining({
        name: 'ScopeDoesNotExistException',
        message: 'Invalid scope requested: photos/read',
      }),
    )
  })

  test('a choice of factors in a pool of the plan LITE', () => {
    expect(() => created({ ExplicitAuthFlows: ['ALLOW_USER_AUTH'] }, poolOf({ UserPoolTier: 'LITE' }))).toThrow(
      expect.objectContaining({ name: 'FeatureUnavailableInTierException' }),
    )
  })

  test.each([['ALLOW_USER_SRP_AUTH'], []] as const)('SRP in a pool that keeps Argon2id: %j', (...flows) => {
    const argon2id = poolOf({ UserPoolTags: { 'cognate:password-storage': 'argon2id' } })

    expect(() => created({ ExplicitAuthFlows: flows }, argon2id)).toThrow(
      expect.objectContaining({ name: 'InvalidParameterException' }),
    )
    expect(() => created({ ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] }, argon2id)).not.toThrow()
  })
})

describe('how long tokens are good for', () => {
  test.each<[string, Members]>([
    ['an access token for four minutes', { AccessTokenValidity: 4, TokenValidityUnits: { AccessToken: 'minutes' } }],
    ['an access token for 25 hours', { AccessTokenValidity: 25 }],
    ['an ID token for 299 seconds', { IdTokenValidity: 299, TokenValidityUnits: { IdToken: 'seconds' } }],
    ['an ID token for two days', { IdTokenValidity: 2, TokenValidityUnits: { IdToken: 'days' } }],
    ['a refresh token for 59 minutes', { RefreshTokenValidity: 59, TokenValidityUnits: { RefreshToken: 'minutes' } }],
    ['a refresh token for 3651 days', { RefreshTokenValidity: 3651 }],
  ])('cannot be %s', (_name, members) => {
    expect(() => created(members)).toThrow(
      expect.objectContaining({ name: 'InvalidParameterException', message: 'Invalid range for token validity.' }),
    )
  })

  test.each<[string, Members]>([
    ['access', { AccessTokenValidity: 2 }],
    ['ID', { IdTokenValidity: 2 }],
  ])('cannot be longer for an %s token than for the refresh token', (_name, members) => {
    const units = { TokenValidityUnits: { RefreshToken: 'hours' } } as const

    expect(() => created({ ...members, ...units, RefreshTokenValidity: 1 })).toThrow(
      'Access and Id Token expiration times must be less than or equal to refresh token expiration times.',
    )
    expect(() => created({ ...members, ...units, RefreshTokenValidity: 2 })).not.toThrow()
  })

  test.each<[string, Members]>([
    ['5 minutes', { AccessTokenValidity: 300, TokenValidityUnits: { AccessToken: 'seconds' } }],
    ['24 hours', { AccessTokenValidity: 24, IdTokenValidity: 1, TokenValidityUnits: { IdToken: 'days' } }],
    ['ten years', { RefreshTokenValidity: 3650 }],
  ])('can be %s', (_name, members) => {
    expect(() => created(members)).not.toThrow()
  })

  test('is thirty days for a refresh token that is asked for with zero', () => {
    expect(created({ RefreshTokenValidity: 0 }).RefreshTokenValidity).toBe(30)
    const TokenValidityUnits = { RefreshToken: 'minutes' } as const
    expect(created({ TokenValidityUnits }).RefreshTokenValidity).toBe(43_200)
  })
})

test('an attribute that cannot change can be written once, and one whose name ends like a flag is no flag', () => {
  expect(() => created({ WriteAttributes: ['email', 'custom:tenant', 'custom:tier_verified'] })).not.toThrow()
})

test('rotation without a grace period has none', () => {
  expect(created({ RefreshTokenRotation: { Feature: 'ENABLED' } }).RefreshTokenRotation).toEqual({
    Feature: 'ENABLED',
    RetryGracePeriodSeconds: 0,
  })
})

test('the sentence about attributes says that a client was being updated', () => {
  const client = { id: 'c', poolId: pool.id, settings: created({}), createdAt: 0, modifiedAt: 0, version: 1 }
  const request = { UserPoolId: pool.id, ClientId: 'c', ReadAttributes: ['custom:none'] }

  expect(() => settingsOfUpdatedClient(client, request, { pool, hasSecret: false, offered: nothingOffered })).toThrow(
    'Invalid read attributes specified while updating a client',
  )
})
