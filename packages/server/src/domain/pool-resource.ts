import type {
  AssetType,
  CreateIdentityProviderRequest,
  CreateManagedLoginBrandingRequest,
  CreateResourceServerRequest,
  LogConfigurationType,
  SetRiskConfigurationRequest,
  SetUICustomizationRequest,
  TermsType,
} from '@cognate/wire/user-pools.ts'

/**
 * What a pool holds besides its users, clients and keys: by kind, the members of the request that made it, under their
 * own names. Each has a name that no other of its kind in the pool has.
 */
export interface PoolDocuments {
  /** By Identifier. */
  readonly ResourceServer: Omit<CreateResourceServerRequest, 'UserPoolId' | 'Identifier'>
  /** By ProviderName. Its ProviderDetails, which hold secrets, are in `sealed`. */
  readonly IdentityProvider: Omit<CreateIdentityProviderRequest, 'UserPoolId' | 'ProviderName' | 'ProviderDetails'>
  /** Which provider an IdpIdentifier leads to. */
  readonly IdpIdentifier: { readonly ProviderName: string }
  /** By client id, or ALL. */
  readonly UICustomization: Omit<SetUICustomizationRequest, 'UserPoolId' | 'ClientId'>
  /** By ManagedLoginBrandingId. */
  readonly ManagedLoginBranding: Omit<CreateManagedLoginBrandingRequest, 'UserPoolId'> & {
    readonly Assets: readonly AssetType[]
  }
  /** Which style a client has, by client id. */
  readonly BrandingOfClient: { readonly ManagedLoginBrandingId: string }
  /** By TermsId. */
  readonly Terms: Omit<TermsType, 'UserPoolId' | 'TermsId' | 'CreationDate' | 'LastModifiedDate'>
  /** Which terms a client has, by `<client id>/<TermsName>`. */
  readonly TermsOfClient: { readonly TermsId: string }
  /** By client id, or ALL. */
  readonly RiskConfiguration: Omit<SetRiskConfigurationRequest, 'UserPoolId' | 'ClientId'>
  /** One a pool, by the name ALL. */
  readonly LogDelivery: { readonly LogConfigurations: readonly LogConfigurationType[] }
  /** By number, beginning with 0001. Its private key is in `sealed`. */
  readonly SigningCertificate: { readonly Certificate: string }
}

export type ResourceKind = keyof PoolDocuments

export interface PoolResource<Kind extends ResourceKind = ResourceKind> {
  readonly poolId: string
  readonly kind: Kind
  readonly name: string
  /** What it is deleted with: see `ownedByClient` and `ownedByProvider`. */
  readonly owner?: string
  readonly document: PoolDocuments[Kind]
  readonly sealed?: string
  readonly createdAt: number
  readonly modifiedAt: number
  readonly version: number
}

/** What is set for every client that has nothing of its own. */
export const allClients = 'ALL'

export const ownedByClient = (clientId: string) => `client:${clientId}`
export const ownedByProvider = (providerName: string) => `provider:${providerName}`
