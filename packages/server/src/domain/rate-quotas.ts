/** Requests a second that an account may make in a Region. */
export interface RateQuota {
  readonly standard: number
  /** Whether UpdateProvisionedLimit may raise it. */
  readonly adjustable: boolean
}

const fixed = (standard: number): RateQuota => ({ standard, adjustable: false })
const adjustable = (standard: number): RateQuota => ({ standard, adjustable: true })

/**
 * The categories of the operations of user pools.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html#category_operations
 */
export const userPoolRates = {
  UserAuthentication: adjustable(120),
  UserCreation: adjustable(50),
  UserFederation: adjustable(25),
  UserAccountRecovery: fixed(30),
  UserRead: adjustable(120),
  UserUpdate: fixed(25),
  UserToken: adjustable(120),
  UserResourceRead: adjustable(50),
  UserResourceUpdate: fixed(25),
  UserList: fixed(30),
  UserPoolRead: fixed(15),
  UserPoolUpdate: fixed(15),
  UserPoolResourceRead: fixed(20),
  UserPoolResourceUpdate: fixed(15),
  UserPoolClientRead: fixed(15),
  UserPoolClientUpdate: fixed(15),
  ClientAuthentication: fixed(150),
  LimitManagement: fixed(1),
} as const satisfies Readonly<Record<string, RateQuota>>

/** Operations of identity pools that have a rate each; AWS names none for the others. */
export const identityPoolRates = {
  GetId: fixed(25),
  GetOpenIdToken: fixed(200),
  GetCredentialsForIdentity: fixed(200),
  GetOpenIdTokenForDeveloperIdentity: fixed(50),
  ListIdentities: fixed(5),
  DeleteIdentities: fixed(10),
  TagResource: fixed(5),
  UntagResource: fixed(5),
  ListTagsForResource: fixed(10),
} as const satisfies Readonly<Record<string, RateQuota>>

export type UserPoolRate = keyof typeof userPoolRates
export type IdentityPoolRate = keyof typeof identityPoolRates

/** Both, as none is in both. */
export const rateQuotas: Readonly<Record<RateName, RateQuota>> = { ...userPoolRates, ...identityPoolRates }
export type RateName = UserPoolRate | IdentityPoolRate
