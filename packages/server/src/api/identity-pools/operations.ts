import type { OperationName } from '@cognate/wire/identity-pools.ts'
import { notOfferedYet } from '../not-offered-yet.ts'

/** An operation of identity pools. None is offered yet; each says so itself. */
interface NotOffered {
  readonly offered: false
  handle(): Promise<never>
}

const notOffered = (name: OperationName): NotOffered => ({
  offered: false,
  handle: () => Promise.reject(notOfferedYet(name)),
})

/** Every operation of the service, each exactly once; the compiler counts. */
export const identityPoolOperations: { readonly [Name in OperationName]: NotOffered } = {
  CreateIdentityPool: notOffered('CreateIdentityPool'),
  DeleteIdentities: notOffered('DeleteIdentities'),
  DeleteIdentityPool: notOffered('DeleteIdentityPool'),
  DescribeIdentity: notOffered('DescribeIdentity'),
  DescribeIdentityPool: notOffered('DescribeIdentityPool'),
  GetCredentialsForIdentity: notOffered('GetCredentialsForIdentity'),
  GetId: notOffered('GetId'),
  GetIdentityPoolRoles: notOffered('GetIdentityPoolRoles'),
  GetOpenIdToken: notOffered('GetOpenIdToken'),
  GetOpenIdTokenForDeveloperIdentity: notOffered('GetOpenIdTokenForDeveloperIdentity'),
  GetPrincipalTagAttributeMap: notOffered('GetPrincipalTagAttributeMap'),
  ListIdentities: notOffered('ListIdentities'),
  ListIdentityPools: notOffered('ListIdentityPools'),
  ListTagsForResource: notOffered('ListTagsForResource'),
  LookupDeveloperIdentity: notOffered('LookupDeveloperIdentity'),
  MergeDeveloperIdentities: notOffered('MergeDeveloperIdentities'),
  SetIdentityPoolRoles: notOffered('SetIdentityPoolRoles'),
  SetPrincipalTagAttributeMap: notOffered('SetPrincipalTagAttributeMap'),
  TagResource: notOffered('TagResource'),
  UnlinkDeveloperIdentity: notOffered('UnlinkDeveloperIdentity'),
  UnlinkIdentity: notOffered('UnlinkIdentity'),
  UntagResource: notOffered('UntagResource'),
  UpdateIdentityPool: notOffered('UpdateIdentityPool'),
}
