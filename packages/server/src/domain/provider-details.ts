import type { IdentityProviderTypeType } from '@cognate/wire/user-pools.ts'

export type ProviderDetails = Readonly<Record<string, string>>

/** What is said of a provider when it is made, and what the service knows of it by itself. */
export interface ProviderKind {
  readonly required: readonly string[]
  /** Which claim names the user when nothing else is mapped to `username`; SAML has its NameID. */
  readonly subject?: string
  /** Addresses that follow from the rest; Describe gives them beside what was said. */
  readonly known: (details: ProviderDetails) => ProviderDetails
  /** Keys that Describe never gives. */
  readonly hidden: readonly string[]
}

const clientAndScopes = ['client_id', 'client_secret', 'authorize_scopes'] as const

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html, ProviderDetails */
export const providerKinds: Readonly<Record<IdentityProviderTypeType, ProviderKind>> = {
  OIDC: {
    required: ['client_id', 'attributes_request_method', 'oidc_issuer', 'authorize_scopes'],
    subject: 'sub',
    known: () => ({ attributes_url_add_attributes: 'false' }),
    hidden: [],
  },
  SAML: { required: [], known: () => ({}), hidden: [] },
  Google: {
    required: clientAndScopes,
    subject: 'sub',
    known: () => ({
      attributes_url: 'https://people.googleapis.com/v1/people/me?personFields=',
      attributes_url_add_attributes: 'true',
      authorize_url: 'https://accounts.google.com/o/oauth2/v2/auth',
      oidc_issuer: 'https://accounts.google.com',
      token_request_method: 'POST',
      token_url: 'https://www.googleapis.com/oauth2/v4/token',
    }),
    hidden: [],
  },
  Facebook: {
    required: clientAndScopes,
    subject: 'id',
    known: ({ api_version = 'v17.0' }) => ({
      api_version,
      attributes_url: `https://graph.facebook.com/${api_version}/me?fields=`,
      attributes_url_add_attributes: 'true',
      authorize_url: `https://www.facebook.com/${api_version}/dialog/oauth`,
      token_request_method: 'GET',
      token_url: `https://graph.facebook.com/${api_version}/oauth/access_token`,
    }),
    hidden: [],
  },
  LoginWithAmazon: {
    required: clientAndScopes,
    subject: 'user_id',
    known: () => ({
      attributes_url: 'https://api.amazon.com/user/profile',
      attributes_url_add_attributes: 'false',
      authorize_url: 'https://www.amazon.com/ap/oa',
      token_request_method: 'POST',
      token_url: 'https://api.amazon.com/auth/o2/token',
    }),
    hidden: [],
  },
  SignInWithApple: {
    required: ['client_id', 'team_id', 'key_id', 'private_key', 'authorize_scopes'],
    subject: 'sub',
    known: () => ({
      attributes_url_add_attributes: 'false',
      authorize_url: 'https://appleid.apple.com/auth/authorize',
      oidc_issuer: 'https://appleid.apple.com',
      token_request_method: 'POST',
      token_url: 'https://appleid.apple.com/auth/token',
    }),
    hidden: ['private_key'],
  },
}

/** The details as Describe gives them. */
export function describedDetails(type: IdentityProviderTypeType, details: ProviderDetails): ProviderDetails {
  const { known, hidden } = providerKinds[type]
  return Object.fromEntries(Object.entries({ ...details, ...known(details) }).filter(([key]) => !hidden.includes(key)))
}
