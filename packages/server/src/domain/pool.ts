import type {
  CreateUserPoolClientRequest,
  CreateUserPoolRequest,
  SetUserPoolClientSessionConfigurationRequest,
  SetUserPoolMfaConfigRequest,
  SetUserPoolSessionConfigurationRequest,
} from '@cognate/wire/user-pools.ts'

/**
 * A user pool. `settings` are the members of CreateUserPool under their own names, with AWS's defaults filled in,
 * so that what is stored, decided on and given back is one thing.
 */
export interface Pool {
  readonly id: string
  readonly account: string
  readonly region: string
  readonly settings: PoolSettings
  readonly createdAt: number
  readonly modifiedAt: number
  readonly version: number
}

export type PoolSettings = CreateUserPoolRequest & {
  readonly Mfa?: PoolMfa | undefined
  /** What only SetUserPoolSessionConfiguration can say. */
  readonly Sessions?: PoolSessions | undefined
  /** What only the operations of replicas can say. */
  readonly Replica?: PoolReplica | undefined
}

/** The secondary of a pool, in another Region. A pool has at most one. */
export interface PoolReplica {
  readonly RegionName: string
  readonly Status: 'ACTIVE' | 'INACTIVE'
  readonly UserPoolTags?: CreateUserPoolRequest['UserPoolTags']
  readonly createdAt: number
}

export type PoolSessions = Pick<SetUserPoolSessionConfigurationRequest, 'UserSessionTracking' | 'TokenSession'>

/** What only SetUserPoolMfaConfig can say, under its names. */
export type PoolMfa = Pick<
  SetUserPoolMfaConfigRequest,
  'SoftwareTokenMfaConfiguration' | 'EmailMfaConfiguration' | 'WebAuthnConfiguration'
> & {
  /** Text messages are for verification alone. */
  readonly withoutSms?: true | undefined
}

/** Whose a pool is, and where. */
export type Place = Pick<Pool, 'account' | 'region'>

/** An app client; `settings` as for a pool. */
export interface AppClient {
  readonly id: string
  readonly poolId: string
  readonly settings: ClientSettings
  /** As they were when it was read, sealed; absent from a client that has none. */
  readonly secrets?: readonly ClientSecret[]
  readonly createdAt: number
  readonly modifiedAt: number
  readonly version: number
}

export type ClientSettings = Omit<CreateUserPoolClientRequest, 'UserPoolId' | 'GenerateSecret' | 'ClientSecret'> & {
  /** What only SetUserPoolClientSessionConfiguration can say. */
  readonly SSOSession?: SetUserPoolClientSessionConfigurationRequest['SSOSession'] | undefined
}

/** One of the at most two live secrets of a client. */
export interface ClientSecret {
  readonly id: string
  readonly clientId: string
  readonly sealed: string
  readonly createdAt: number
}

/** One of a pool's token-signing key pairs; retired ones are published until the tokens they signed have expired. */
export interface SigningKey {
  readonly id: string
  readonly poolId: string
  readonly use: 'id' | 'access'
  /** JSON text of the public JWK. */
  readonly publicJwk: string
  readonly sealedPrivateKey: string
  readonly createdAt: number
  readonly retiredAt?: number
}

/** An operator's key pair for signed calls. */
export interface AccessKey {
  readonly id: string
  readonly account: string
  readonly sealedSecret: string
  readonly status: 'Active' | 'Inactive'
  readonly createdAt: number
}
