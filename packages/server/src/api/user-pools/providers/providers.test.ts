import type { CreateIdentityProviderRequest, IdentityProviderTypeType } from '@cognate/wire/user-pools.ts'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { poolsOfOthers } from '../../../testing/pools-of-others.ts'
import { providerRequests } from '../../../testing/provider-requests.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { testWorld } from '../../../testing/world.ts'

const here = await testWorld()
const { call, clock, world } = here
afterAll(() => here[Symbol.asyncDispose]())

let UserPoolId = ''
const newPool = async () => {
  const Schema = [{ Name: 'tenant', AttributeDataType: 'String' }] as const
  return (await call('CreateUserPool', { PoolName: 'p', Schema })).UserPool?.Id ?? ''
}
beforeEach(async () => {
  UserPoolId = await newPool()
})

type Members = Partial<CreateIdentityProviderRequest>
const create = (ProviderType: IdentityProviderTypeType, members: Members = {}) =>
  call('CreateIdentityProvider', { UserPoolId, ...providerRequests[ProviderType], ...members })
const described = async (ProviderName: string) =>
  (await call('DescribeIdentityProvider', { UserPoolId, ProviderName })).IdentityProvider
const byIdentifier = (IdpIdentifier: string) => call('GetIdentityProviderByIdentifier', { UserPoolId, IdpIdentifier })
const notFound = (name: string) => `ResourceNotFoundException: Identity provider ${name} does not exist.`

/** What Describe adds to what was said. */
const known: Readonly<Record<IdentityProviderTypeType, object>> = {
  OIDC: { attributes_url_add_attributes: 'false' },
  SAML: {},
  Google: {
    attributes_url: 'https://people.googleapis.com/v1/people/me?personFields=',
    attributes_url_add_attributes: 'true',
    authorize_url: 'https://accounts.google.com/o/oauth2/v2/auth',
    oidc_issuer: 'https://accounts.google.com',
    token_request_method: 'POST',
    token_url: 'https://www.googleapis.com/oauth2/v4/token',
  },
  Facebook: {
    attributes_url: 'https://graph.facebook.com/v19.0/me?fields=',
    attributes_url_add_attributes: 'true',
    authorize_url: 'https://www.facebook.com/v19.0/dialog/oauth',
    token_request_method: 'GET',
    token_url: 'https://graph.facebook.com/v19.0/oauth/access_token',
  },
  LoginWithAmazon: {
    attributes_url: 'https://api.amazon.com/user/profile',
    attributes_url_add_attributes: 'false',
    authorize_url: 'https://www.amazon.com/ap/oa',
    token_request_method: 'POST',
    token_url: 'https://api.amazon.com/auth/o2/token',
  },
  SignInWithApple: {
    attributes_url_add_attributes: 'false',
    authorize_url: 'https://appleid.apple.com/auth/authorize',
    oidc_issuer: 'https://appleid.apple.com',
    token_request_method: 'POST',
    token_url: 'https://appleid.apple.com/auth/token',
  },
}

const types = Object.keys(providerRequests) as IdentityProviderTypeType[]

test.each(types)('%s is described as it was made, with the addresses that are known of it [D]', async (type) => {
  const request: Omit<CreateIdentityProviderRequest, 'UserPoolId'> = providerRequests[type]
  const { private_key: _, ...details }: Readonly<Record<string, string>> = request.ProviderDetails
  const now = clock.now() / 1000
  const expected = {
    ...request,
    UserPoolId,
    ProviderDetails: { ...details, ...known[type] },
    CreationDate: now,
    LastModifiedDate: now,
  }
  const made = await create(type)
  expect(made.IdentityProvider).toMatchObject(expected)
  expect(made.IdentityProvider.ProviderDetails).toEqual(expected.ProviderDetails)
  expect(await described(request.ProviderName)).toEqual(made.IdentityProvider)
})

test.each([
  ['OIDC', { username: 'sub', email: 'mail', 'custom:tenant': 'org' }],
  ['Google', { username: 'sub' }],
  ['Facebook', { username: 'id' }],
  ['LoginWithAmazon', { username: 'user_id' }],
  ['SignInWithApple', { username: 'sub' }],
] as const)('the username of %s is mapped even if nobody says so [O]', async (type, mapping) => {
  expect((await create(type)).IdentityProvider.AttributeMapping).toEqual(mapping)
})

test('a username that is mapped stays so', async () => {
  const AttributeMapping = { username: 'employee' }
  expect((await create('OIDC', { AttributeMapping })).IdentityProvider.AttributeMapping).toEqual(AttributeMapping)
})

test('secrets of a provider are not in the store in clear', async () => {
  await create('SignInWithApple')
  await create('Google')
  const { items } = await world.store.resources.list(UserPoolId, 'IdentityProvider', { limit: 9 })
  expect(items).toHaveLength(2)
  expect(JSON.stringify(items)).not.toMatch(/very private|our-secret/)
})

test('what an update names is replaced, and the rest stays, hidden keys too', async () => {
  await create('SignInWithApple', { IdpIdentifiers: ['apple'], AttributeMapping: { email: 'email' } })
  const before = await described('SignInWithApple')
  clock.advance(5000)
  const ProviderDetails = { ...before.ProviderDetails, key_id: 'new key' }
  const { IdentityProvider } = await call('UpdateIdentityProvider', {
    UserPoolId,
    ProviderName: 'SignInWithApple',
    ProviderDetails,
  })
  expect(IdentityProvider).toEqual({ ...before, ProviderDetails, LastModifiedDate: clock.now() / 1000 })
  expect(await described('SignInWithApple')).toEqual(IdentityProvider)
  await call('UpdateIdentityProvider', { UserPoolId, ProviderName: 'SignInWithApple', AttributeMapping: {} })
  const { AttributeMapping, IdpIdentifiers } = await described('SignInWithApple')
  expect({ AttributeMapping, IdpIdentifiers }).toEqual({
    AttributeMapping: { username: 'sub' },
    IdpIdentifiers: ['apple'],
  })
})

test('identifiers lead to their provider, from one change to the next', async () => {
  await create('OIDC')
  const { IdentityProvider } = await byIdentifier('staff')
  expect(IdentityProvider).toEqual(await described('Okta'))
  await call('UpdateIdentityProvider', { UserPoolId, ProviderName: 'Okta', IdpIdentifiers: ['people', 'staff'] })
  expect((await byIdentifier('people')).IdentityProvider.ProviderName).toBe('Okta')
  expect((await byIdentifier('staff')).IdentityProvider.ProviderName).toBe('Okta')
  expect(await refusedWith(byIdentifier('okta.example.com'))).toBe(notFound('okta.example.com'))
})

test('a deleted provider and its identifiers are gone, and free for another', async () => {
  await create('OIDC')
  expect(await call('DeleteIdentityProvider', { UserPoolId, ProviderName: 'Okta' })).toEqual({})
  expect(await refusedWith(described('Okta'))).toBe(notFound('Okta'))
  expect(await refusedWith(byIdentifier('staff'))).toBe(notFound('staff'))
  await create('SAML', { IdpIdentifiers: ['staff'] })
  expect((await byIdentifier('staff')).IdentityProvider.ProviderName).toBe('Corporate')
})

test('providers are listed page by page, without their details', async () => {
  for (const type of ['SAML', 'OIDC', 'Google'] as const) await create(type)
  const list = (members = {}) => call('ListIdentityProviders', { UserPoolId, ...members })
  const first = await list({ MaxResults: 2 })
  const dates = { CreationDate: expect.any(Number), LastModifiedDate: expect.any(Number) }
  expect(first.Providers).toEqual([
    { ProviderName: 'Corporate', ProviderType: 'SAML', ...dates },
    { ProviderName: 'Google', ProviderType: 'Google', ...dates },
  ])
  const second = await list({ MaxResults: 2, NextToken: first.NextToken })
  expect(second.Providers.map(({ ProviderName }) => ProviderName)).toEqual(['Okta'])
  expect((await list({ MaxResults: 0 })).Providers).toHaveLength(3)
  expect(await refusedWith(list({ UserPoolId: await newPool(), NextToken: first.NextToken }))).toBe(
    'InvalidParameterException: Invalid pagination token.',
  )
})

describe('is refused:', () => {
  test('a name or an identifier that is taken [O], and nothing of it is kept', async () => {
    await create('OIDC')
    expect(await refusedWith(create('OIDC'))).toBe(
      `DuplicateProviderException: Okta already exists in user pool ${UserPoolId}`,
    )
    expect(await refusedWith(create('SAML', { IdpIdentifiers: ['new', 'staff'] }))).toBe(
      `InvalidParameterException: The identifier staff already exists in user pool ${UserPoolId}.`,
    )
    expect(await refusedWith(described('Corporate'))).toBe(notFound('Corporate'))
    expect(await refusedWith(byIdentifier('new'))).toBe(notFound('new'))
  })

  test('what is not there', async () => {
    const where = { UserPoolId, ProviderName: 'none' }
    expect(await refusedWith(described('none'))).toBe(notFound('none'))
    expect(await refusedWith(call('UpdateIdentityProvider', where))).toBe(notFound('none'))
    expect(await refusedWith(call('DeleteIdentityProvider', where))).toBe(notFound('none'))
  })

  test('changing the pool’s own directory as if it were a provider', async () => {
    const where = { UserPoolId, ProviderName: 'COGNITO' }
    const refusal = 'UnsupportedIdentityProviderException: COGNITO is not a third-party identity provider.'
    expect(await refusedWith(call('UpdateIdentityProvider', where))).toBe(refusal)
    expect(await refusedWith(call('DeleteIdentityProvider', where))).toBe(refusal)
  })

  test('an update that breaks a rule, which changes nothing', async () => {
    await create('Google')
    const before = await described('Google')
    const update = (members: object) =>
      call('UpdateIdentityProvider', { UserPoolId, ProviderName: 'Google', ...members })
    expect(await refusedWith(update({ ProviderDetails: { client_id: 'i' } }))).toBe(
      'InvalidParameterException: client_id, client_secret and authorize_scopes are all required idp details',
    )
    expect(await refusedWith(update({ AttributeMapping: { none: 'x' } }))).toMatch(/^InvalidParameterException: /)
    expect(await described('Google')).toEqual(before)
  })

  test('whatever is asked of a pool of another account or region', async () => {
    for (const theirs of await poolsOfOthers(here)) {
      const where = { UserPoolId: theirs, ProviderName: 'Okta' }
      const calls = [
        call('CreateIdentityProvider', { ...providerRequests.OIDC, ...where }),
        call('DescribeIdentityProvider', where),
        call('UpdateIdentityProvider', where),
        call('DeleteIdentityProvider', where),
        call('ListIdentityProviders', { UserPoolId: theirs }),
        call('GetIdentityProviderByIdentifier', { UserPoolId: theirs, IdpIdentifier: 'staff' }),
      ]
      for (const one of calls)
        expect(await refusedWith(one)).toBe(`ResourceNotFoundException: User pool ${theirs} does not exist.`)
    }
  })
})

describe('a client', () => {
  const client = (SupportedIdentityProviders: readonly string[]) =>
    call('CreateUserPoolClient', { UserPoolId, ClientName: 'c', SupportedIdentityProviders })

  test('may name the providers of its pool and no others', async () => {
    await create('OIDC')
    const names = ['COGNITO', 'Okta']
    expect((await client(names)).UserPoolClient?.SupportedIdentityProviders).toEqual(names)
    expect(await refusedWith(client(['Google']))).toBe(
      `InvalidParameterException: The provider Google does not exist for User Pool ${UserPoolId}.`,
    )
    UserPoolId = await newPool()
    expect(await refusedWith(client(names))).toBe(
      `InvalidParameterException: The provider Okta does not exist for User Pool ${UserPoolId}.`,
    )
  })

  test('keeps naming a provider that is deleted, until it is replaced', async () => {
    await create('OIDC')
    const { ClientId = '' } = (await client(['Okta'])).UserPoolClient ?? {}
    await call('DeleteIdentityProvider', { UserPoolId, ProviderName: 'Okta' })
    const { UserPoolClient } = await call('DescribeUserPoolClient', { UserPoolId, ClientId })
    expect(UserPoolClient?.SupportedIdentityProviders).toEqual(['Okta'])
    const again = { UserPoolId, ClientId, SupportedIdentityProviders: ['Okta'] }
    expect(await refusedWith(call('UpdateUserPoolClient', again))).toBe(
      `InvalidParameterException: The provider Okta does not exist for User Pool ${UserPoolId}.`,
    )
  })
})
