import type { CreateIdentityProviderRequest } from '@cognate/wire/user-pools.ts'

type Requested = Omit<CreateIdentityProviderRequest, 'UserPoolId'>

const client = { client_id: 'our-id', client_secret: 'our-secret' }

/** What makes a provider of each type. */
export const providerRequests = {
  OIDC: {
    ProviderName: 'Okta',
    ProviderType: 'OIDC',
    ProviderDetails: {
      ...client,
      attributes_request_method: 'GET',
      authorize_scopes: 'openid email',
      oidc_issuer: 'https://idp.example.com',
      authorize_url: 'https://idp.example.com/authorize',
      token_url: 'https://idp.example.com/token',
      attributes_url: 'https://idp.example.com/me',
      jwks_uri: 'https://idp.example.com/keys',
    },
    AttributeMapping: { email: 'mail', 'custom:tenant': 'org' },
    IdpIdentifiers: ['okta.example.com', 'staff'],
    AcrMapping: { Level1: 'low', Level4: 'high' },
  },
  SAML: {
    ProviderName: 'Corporate',
    ProviderType: 'SAML',
    ProviderDetails: {
      MetadataURL: 'https://idp.example.com/metadata',
      IDPSignout: 'true',
      IDPInit: 'false',
      EncryptedResponses: 'false',
      RequestSigningAlgorithm: 'rsa-sha256',
    },
    AttributeMapping: { email: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress' },
  },
  Google: {
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: { ...client, authorize_scopes: 'email profile openid' },
  },
  Facebook: {
    ProviderName: 'Facebook',
    ProviderType: 'Facebook',
    ProviderDetails: { ...client, authorize_scopes: 'public_profile, email', api_version: 'v19.0' },
  },
  LoginWithAmazon: {
    ProviderName: 'LoginWithAmazon',
    ProviderType: 'LoginWithAmazon',
    ProviderDetails: { ...client, authorize_scopes: 'profile postal_code' },
  },
  SignInWithApple: {
    ProviderName: 'SignInWithApple',
    ProviderType: 'SignInWithApple',
    ProviderDetails: {
      client_id: 'our-id',
      team_id: 'team',
      key_id: 'key',
      private_key: 'very private',
      authorize_scopes: 'email name',
    },
  },
} as const satisfies Readonly<Record<Requested['ProviderType'], Requested>>
