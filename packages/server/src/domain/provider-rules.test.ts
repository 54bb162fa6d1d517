import type { CreateIdentityProviderRequest, IdentityProviderTypeType } from '@cognate/wire/user-pools.ts'
import { describe, expect, test } from 'vitest'
import { providerRequests } from '../testing/provider-requests.ts'
import { newProvider } from './identity-provider.ts'
import { settingsOfNewPool } from './pool-settings.ts'
import { checkProviderDetails } from './provider-details-rules.ts'
import { checkProvider, checkProviderName } from './provider-rules.ts'

const place = { account: '000000000000', region: 'us-east-1' }
const pool = {
  id: 'us-east-1_p',
  ...place,
  settings: settingsOfNewPool({ PoolName: 'p' }, place),
  createdAt: 0,
  modifiedAt: 0,
  version: 1,
}
const refusing = (message: string) => expect.objectContaining({ name: 'InvalidParameterException', message })
const detailsOf = (type: IdentityProviderTypeType, over: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    Object.entries({ ...providerRequests[type].ProviderDetails, ...over }).filter(([, value]) => value !== undefined),
  ) as Readonly<Record<string, string>>

describe('a name', () => {
  test.each([
    ['example', 'Google'],
    ['google', 'Google'],
    ['Facebook', 'Google'],
    ['Google', 'OIDC'],
    ['loginwithamazon', 'SAML'],
    ['COGNITO', 'OIDC'],
    ['Cognito', 'SAML'],
  ] as const)('%s is not one of type %s [O]', (name, type) => {
    expect(() => checkProviderName(name, type)).toThrow(refusing(`Provider ${name} cannot be of type ${type}.`))
  })

  test.each([
    ['Google', 'Google'],
    ['Googlers', 'OIDC'],
  ] as const)('%s is one of type %s', (name, type) => {
    expect(() => checkProviderName(name, type)).not.toThrow()
  })
})

describe('details lack', () => {
  test.each<[IdentityProviderTypeType, string, string]>([
    ['Google', 'client_id', 'client_id, client_secret and authorize_scopes'],
    ['Facebook', 'client_secret', 'client_id, client_secret and authorize_scopes'],
    ['LoginWithAmazon', 'authorize_scopes', 'client_id, client_secret and authorize_scopes'],
    ['OIDC', 'oidc_issuer', 'client_id, attributes_request_method, oidc_issuer and authorize_scopes'],
    ['SignInWithApple', 'private_key', 'client_id, team_id, key_id, private_key and authorize_scopes'],
  ])('of %s: %s', (type, key, all) => {
    const refusal = refusing(`${all} are all required idp details`)
    expect(() => checkProviderDetails(type, detailsOf(type, { [key]: undefined }))).toThrow(refusal)
    expect(() => checkProviderDetails(type, detailsOf(type, { [key]: '' }))).toThrow(refusal)
  })
})

const eitherMetadata = 'Either MetadataURL or MetadataFile is required for a SAML identity provider.'

describe('details that cannot be:', () => {
  test.each<[IdentityProviderTypeType, Readonly<Record<string, string | undefined>>, string]>([
    ['OIDC', { oidc_issuer: 'http://idp.example.com' }, 'oidc_issuer must be an https URL.'],
    ['OIDC', { jwks_uri: 'file:///etc/passwd' }, 'jwks_uri must be an https URL.'],
    ['OIDC', { token_url: 'token' }, 'token_url must be an https URL.'],
    ['OIDC', { attributes_request_method: 'PUT' }, 'attributes_request_method must be GET or POST.'],
    ['SAML', { MetadataURL: 'http://idp.example.com' }, 'MetadataURL must be an https URL.'],
    ['SAML', { MetadataURL: undefined }, eitherMetadata],
    ['SAML', { MetadataFile: '<EntityDescriptor/>' }, eitherMetadata],
    ['SAML', { MetadataURL: undefined, MetadataFile: 'no' }, 'MetadataFile is not a SAML metadata document.'],
    ['SAML', { IDPSignout: 'yes' }, 'IDPSignout must be true or false.'],
    ['SAML', { RequestSigningAlgorithm: 'rsa-sha1' }, 'RequestSigningAlgorithm must be rsa-sha256.'],
    ['Facebook', { api_version: '19/../' }, 'api_version must be a version of the Graph API, such as v17.0.'],
    [
      'Google',
      Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, ''])),
      'ProviderDetails has more than 50 keys.',
    ],
  ])('of %s: %j', (type, over, message) => {
    expect(() => checkProviderDetails(type, detailsOf(type, over))).toThrow(refusing(message))
  })

  test.each<[IdentityProviderTypeType, Readonly<Record<string, string | undefined>>]>([
    ['OIDC', { oidc_issuer: 'http://localhost:8080/realm', client_secret: undefined, jwks_uri: undefined }],
    ['SAML', { MetadataURL: undefined, MetadataFile: '<md:EntityDescriptor entityID="idp"/>' }],
    ['Facebook', { api_version: undefined }],
  ])('but of %s: %j', (type, over) => {
    expect(() => checkProviderDetails(type, detailsOf(type, over))).not.toThrow()
  })
})

describe('a provider cannot have', () => {
  const check = (type: IdentityProviderTypeType, members: Partial<CreateIdentityProviderRequest>) => () =>
    checkProvider(newProvider({ UserPoolId: pool.id, ProviderType: type, ...members }), pool)

  test.each([
    ['custom:none', 'Attribute custom:none cannot be mapped: the user pool has no such attribute.'],
    ['sub', 'Attribute sub cannot be mapped: the user pool has no such attribute.'],
  ])('a mapping to %s', (name, message) => {
    expect(check('OIDC', { AttributeMapping: { [name]: 'claim' } })).toThrow(refusing(message))
  })

  test('an identifier twice', () => {
    expect(check('SAML', { IdpIdentifiers: ['a', 'b', 'a'] })).toThrow(refusing('IdpIdentifiers must be distinct.'))
  })

  test('levels of authentication that are none, or where no OpenID Connect is spoken [D]', () => {
    expect(check('OIDC', { AcrMapping: { Level5: 'x' } })).toThrow(
      refusing('Level5 is not an ACR level: the levels are Level1, Level2, Level3 and Level4.'),
    )
    expect(check('SAML', { AcrMapping: { Level1: 'x' } })).toThrow(
      refusing('AcrMapping is supported for OIDC providers only.'),
    )
    expect(check('Google', { AcrMapping: {} })).not.toThrow()
  })
})
