// Generated from model/cognito-identity.json by `npm run generate`: do not edit.

export type AmbiguousRoleResolutionType = 'AuthenticatedRole' | 'Deny'

export type ErrorCode = 'AccessDenied' | 'InternalServerError'

export type MappingRuleMatchType = 'Equals' | 'Contains' | 'StartsWith' | 'NotEqual'

export type RoleMappingType = 'Token' | 'Rules'

export interface CognitoIdentityProvider {
  readonly ProviderName?: string | undefined
  readonly ClientId?: string | undefined
  readonly ServerSideTokenCheck?: boolean | undefined
}

export interface Credentials {
  readonly AccessKeyId?: string | undefined
  readonly SecretKey?: string | undefined
  readonly SessionToken?: string | undefined
  readonly Expiration?: Date | undefined
}

export interface IdentityDescription {
  readonly IdentityId?: string | undefined
  readonly Logins?: readonly string[] | undefined
  readonly CreationDate?: Date | undefined
  readonly LastModifiedDate?: Date | undefined
}

export interface IdentityPoolShortDescription {
  readonly IdentityPoolId?: string | undefined
  readonly IdentityPoolName?: string | undefined
}

export interface MappingRule {
  readonly Claim: string
  readonly MatchType: MappingRuleMatchType
  readonly Value: string
  readonly RoleARN: string
}

export interface RoleMapping {
  readonly Type: RoleMappingType
  readonly AmbiguousRoleResolution?: AmbiguousRoleResolutionType | undefined
  readonly RulesConfiguration?: RulesConfigurationType | undefined
}

export interface RulesConfigurationType {
  readonly Rules: readonly MappingRule[]
}

export interface UnprocessedIdentityId {
  readonly IdentityId?: string | undefined
  readonly ErrorCode?: ErrorCode | undefined
}

export interface CreateIdentityPoolRequest {
  readonly IdentityPoolName: string
  readonly AllowUnauthenticatedIdentities: boolean
  readonly AllowClassicFlow?: boolean | undefined
  readonly SupportedLoginProviders?: Readonly<Record<string, string>> | undefined
  readonly DeveloperProviderName?: string | undefined
  readonly OpenIdConnectProviderARNs?: readonly string[] | undefined
  readonly CognitoIdentityProviders?: readonly CognitoIdentityProvider[] | undefined
  readonly SamlProviderARNs?: readonly string[] | undefined
  readonly IdentityPoolTags?: Readonly<Record<string, string>> | undefined
}
export interface CreateIdentityPoolResponse {
  readonly IdentityPoolId: string
  readonly IdentityPoolName: string
  readonly AllowUnauthenticatedIdentities: boolean
  readonly AllowClassicFlow?: boolean | undefined
  readonly SupportedLoginProviders?: Readonly<Record<string, string>> | undefined
  readonly DeveloperProviderName?: string | undefined
  readonly OpenIdConnectProviderARNs?: readonly string[] | undefined
  readonly CognitoIdentityProviders?: readonly CognitoIdentityProvider[] | undefined
  readonly SamlProviderARNs?: readonly string[] | undefined
  readonly IdentityPoolTags?: Readonly<Record<string, string>> | undefined
}

export interface DeleteIdentitiesRequest {
  readonly IdentityIdsToDelete: readonly string[]
}
export interface DeleteIdentitiesResponse {
  readonly UnprocessedIdentityIds?: readonly UnprocessedIdentityId[] | undefined
}

export interface DeleteIdentityPoolRequest {
  readonly IdentityPoolId: string
}
export type DeleteIdentityPoolResponse = Record<string, never>

export interface DescribeIdentityRequest {
  readonly IdentityId: string
}
export interface DescribeIdentityResponse {
  readonly IdentityId?: string | undefined
  readonly Logins?: readonly string[] | undefined
  readonly CreationDate?: Date | undefined
  readonly LastModifiedDate?: Date | undefined
}

export interface DescribeIdentityPoolRequest {
  readonly IdentityPoolId: string
}
export interface DescribeIdentityPoolResponse {
  readonly IdentityPoolId: string
  readonly IdentityPoolName: string
  readonly AllowUnauthenticatedIdentities: boolean
  readonly AllowClassicFlow?: boolean | undefined
  readonly SupportedLoginProviders?: Readonly<Record<string, string>> | undefined
  readonly DeveloperProviderName?: string | undefined
  readonly OpenIdConnectProviderARNs?: readonly string[] | undefined
  readonly CognitoIdentityProviders?: readonly CognitoIdentityProvider[] | undefined
  readonly SamlProviderARNs?: readonly string[] | undefined
  readonly IdentityPoolTags?: Readonly<Record<string, string>> | undefined
}

export interface GetCredentialsForIdentityRequest {
  readonly IdentityId: string
  readonly Logins?: Readonly<Record<string, string>> | undefined
  readonly CustomRoleArn?: string | undefined
}
export interface GetCredentialsForIdentityResponse {
  readonly IdentityId?: string | undefined
  readonly Credentials?: Credentials | undefined
}

export interface GetIdRequest {
  readonly AccountId?: string | undefined
  readonly IdentityPoolId: string
  readonly Logins?: Readonly<Record<string, string>> | undefined
}
export interface GetIdResponse {
  readonly IdentityId?: string | undefined
}

export interface GetIdentityPoolRolesRequest {
  readonly IdentityPoolId: string
}
export interface GetIdentityPoolRolesResponse {
  readonly IdentityPoolId?: string | undefined
  readonly Roles?: Readonly<Record<string, string>> | undefined
  readonly RoleMappings?: Readonly<Record<string, RoleMapping>> | undefined
}

export interface GetOpenIdTokenRequest {
  readonly IdentityId: string
  readonly Logins?: Readonly<Record<string, string>> | undefined
}
export interface GetOpenIdTokenResponse {
  readonly IdentityId?: string | undefined
  readonly Token?: string | undefined
}

export interface GetOpenIdTokenForDeveloperIdentityRequest {
  readonly IdentityPoolId: string
  readonly IdentityId?: string | undefined
  readonly Logins: Readonly<Record<string, string>>
  readonly PrincipalTags?: Readonly<Record<string, string>> | undefined
  readonly TokenDuration?: number | undefined
}
export interface GetOpenIdTokenForDeveloperIdentityResponse {
  readonly IdentityId?: string | undefined
  readonly Token?: string | undefined
}

export interface GetPrincipalTagAttributeMapRequest {
  readonly IdentityPoolId: string
  readonly IdentityProviderName: string
}
export interface GetPrincipalTagAttributeMapResponse {
  readonly IdentityPoolId?: string | undefined
  readonly IdentityProviderName?: string | undefined
  readonly UseDefaults?: boolean | undefined
  readonly PrincipalTags?: Readonly<Record<string, string>> | undefined
}

export interface ListIdentitiesRequest {
  readonly IdentityPoolId: string
  readonly MaxResults: number
  readonly NextToken?: string | undefined
  readonly HideDisabled?: boolean | undefined
}
export interface ListIdentitiesResponse {
  readonly IdentityPoolId?: string | undefined
  readonly Identities?: readonly IdentityDescription[] | undefined
  readonly NextToken?: string | undefined
}

export interface ListIdentityPoolsRequest {
  readonly MaxResults: number
  readonly NextToken?: string | undefined
}
export interface ListIdentityPoolsResponse {
  readonly IdentityPools?: readonly IdentityPoolShortDescription[] | undefined
  readonly NextToken?: string | undefined
}

export interface ListTagsForResourceRequest {
  readonly ResourceArn: string
}
export interface ListTagsForResourceResponse {
  readonly Tags?: Readonly<Record<string, string>> | undefined
}

export interface LookupDeveloperIdentityRequest {
  readonly IdentityPoolId: string
  readonly IdentityId?: string | undefined
  readonly DeveloperUserIdentifier?: string | undefined
  readonly MaxResults?: number | undefined
  readonly NextToken?: string | undefined
}
export interface LookupDeveloperIdentityResponse {
  readonly IdentityId?: string | undefined
  readonly DeveloperUserIdentifierList?: readonly string[] | undefined
  readonly NextToken?: string | undefined
}

export interface MergeDeveloperIdentitiesRequest {
  readonly SourceUserIdentifier: string
  readonly DestinationUserIdentifier: string
  readonly DeveloperProviderName: string
  readonly IdentityPoolId: string
}
export interface MergeDeveloperIdentitiesResponse {
  readonly IdentityId?: string | undefined
}

export interface SetIdentityPoolRolesRequest {
  readonly IdentityPoolId: string
  readonly Roles: Readonly<Record<string, string>>
  readonly RoleMappings?: Readonly<Record<string, RoleMapping>> | undefined
}
export type SetIdentityPoolRolesResponse = Record<string, never>

export interface SetPrincipalTagAttributeMapRequest {
  readonly IdentityPoolId: string
  readonly IdentityProviderName: string
  readonly UseDefaults?: boolean | undefined
  readonly PrincipalTags?: Readonly<Record<string, string>> | undefined
}
export interface SetPrincipalTagAttributeMapResponse {
  readonly IdentityPoolId?: string | undefined
  readonly IdentityProviderName?: string | undefined
  readonly UseDefaults?: boolean | undefined
  readonly PrincipalTags?: Readonly<Record<string, string>> | undefined
}

export interface TagResourceRequest {
  readonly ResourceArn: string
  readonly Tags: Readonly<Record<string, string>>
}
export type TagResourceResponse = Record<string, never>

export interface UnlinkDeveloperIdentityRequest {
  readonly IdentityId: string
  readonly IdentityPoolId: string
  readonly DeveloperProviderName: string
  readonly DeveloperUserIdentifier: string
}
export type UnlinkDeveloperIdentityResponse = Record<string, never>

export interface UnlinkIdentityRequest {
  readonly IdentityId: string
  readonly Logins: Readonly<Record<string, string>>
  readonly LoginsToRemove: readonly string[]
}
export type UnlinkIdentityResponse = Record<string, never>

export interface UntagResourceRequest {
  readonly ResourceArn: string
  readonly TagKeys: readonly string[]
}
export type UntagResourceResponse = Record<string, never>

export interface UpdateIdentityPoolRequest {
  readonly IdentityPoolId: string
  readonly IdentityPoolName: string
  readonly AllowUnauthenticatedIdentities: boolean
  readonly AllowClassicFlow?: boolean | undefined
  readonly SupportedLoginProviders?: Readonly<Record<string, string>> | undefined
  readonly DeveloperProviderName?: string | undefined
  readonly OpenIdConnectProviderARNs?: readonly string[] | undefined
  readonly CognitoIdentityProviders?: readonly CognitoIdentityProvider[] | undefined
  readonly SamlProviderARNs?: readonly string[] | undefined
  readonly IdentityPoolTags?: Readonly<Record<string, string>> | undefined
}
export interface UpdateIdentityPoolResponse {
  readonly IdentityPoolId: string
  readonly IdentityPoolName: string
  readonly AllowUnauthenticatedIdentities: boolean
  readonly AllowClassicFlow?: boolean | undefined
  readonly SupportedLoginProviders?: Readonly<Record<string, string>> | undefined
  readonly DeveloperProviderName?: string | undefined
  readonly OpenIdConnectProviderARNs?: readonly string[] | undefined
  readonly CognitoIdentityProviders?: readonly CognitoIdentityProvider[] | undefined
  readonly SamlProviderARNs?: readonly string[] | undefined
  readonly IdentityPoolTags?: Readonly<Record<string, string>> | undefined
}

export interface Operations {
  CreateIdentityPool: { input: CreateIdentityPoolRequest; output: CreateIdentityPoolResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'NotAuthorizedException' | 'ResourceConflictException' | 'TooManyRequestsException' | 'InternalErrorException' | 'LimitExceededException' }
  DeleteIdentities: { input: DeleteIdentitiesRequest; output: DeleteIdentitiesResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'TooManyRequestsException' | 'InternalErrorException' }
  DeleteIdentityPool: { input: DeleteIdentityPoolRequest; output: DeleteIdentityPoolResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'TooManyRequestsException' | 'InternalErrorException' }
  DescribeIdentity: { input: DescribeIdentityRequest; output: DescribeIdentityResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'TooManyRequestsException' | 'InternalErrorException' }
  DescribeIdentityPool: { input: DescribeIdentityPoolRequest; output: DescribeIdentityPoolResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'TooManyRequestsException' | 'InternalErrorException' }
  GetCredentialsForIdentity: { input: GetCredentialsForIdentityRequest; output: GetCredentialsForIdentityResponse; caller: 'anyone'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'ResourceConflictException' | 'TooManyRequestsException' | 'InvalidIdentityPoolConfigurationException' | 'InternalErrorException' | 'ExternalServiceException' }
  GetId: { input: GetIdRequest; output: GetIdResponse; caller: 'anyone'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'ResourceConflictException' | 'TooManyRequestsException' | 'InternalErrorException' | 'LimitExceededException' | 'ExternalServiceException' }
  GetIdentityPoolRoles: { input: GetIdentityPoolRolesRequest; output: GetIdentityPoolRolesResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'ResourceConflictException' | 'TooManyRequestsException' | 'InternalErrorException' }
  GetOpenIdToken: { input: GetOpenIdTokenRequest; output: GetOpenIdTokenResponse; caller: 'anyone'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'ResourceConflictException' | 'TooManyRequestsException' | 'InternalErrorException' | 'ExternalServiceException' }
  GetOpenIdTokenForDeveloperIdentity: { input: GetOpenIdTokenForDeveloperIdentityRequest; output: GetOpenIdTokenForDeveloperIdentityResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'ResourceConflictException' | 'TooManyRequestsException' | 'InternalErrorException' | 'DeveloperUserAlreadyRegisteredException' }
  GetPrincipalTagAttributeMap: { input: GetPrincipalTagAttributeMapRequest; output: GetPrincipalTagAttributeMapResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'TooManyRequestsException' | 'InternalErrorException' }
  ListIdentities: { input: ListIdentitiesRequest; output: ListIdentitiesResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'TooManyRequestsException' | 'InternalErrorException' }
  ListIdentityPools: { input: ListIdentityPoolsRequest; output: ListIdentityPoolsResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'NotAuthorizedException' | 'TooManyRequestsException' | 'ResourceNotFoundException' | 'InternalErrorException' }
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'TooManyRequestsException' | 'InternalErrorException' }
  LookupDeveloperIdentity: { input: LookupDeveloperIdentityRequest; output: LookupDeveloperIdentityResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'ResourceConflictException' | 'TooManyRequestsException' | 'InternalErrorException' }
  MergeDeveloperIdentities: { input: MergeDeveloperIdentitiesRequest; output: MergeDeveloperIdentitiesResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'ResourceConflictException' | 'TooManyRequestsException' | 'InternalErrorException' }
  SetIdentityPoolRoles: { input: SetIdentityPoolRolesRequest; output: SetIdentityPoolRolesResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'ResourceConflictException' | 'TooManyRequestsException' | 'InternalErrorException' | 'ConcurrentModificationException' }
  SetPrincipalTagAttributeMap: { input: SetPrincipalTagAttributeMapRequest; output: SetPrincipalTagAttributeMapResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'TooManyRequestsException' | 'InternalErrorException' }
  TagResource: { input: TagResourceRequest; output: TagResourceResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'TooManyRequestsException' | 'InternalErrorException' }
  UnlinkDeveloperIdentity: { input: UnlinkDeveloperIdentityRequest; output: UnlinkDeveloperIdentityResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'ResourceConflictException' | 'TooManyRequestsException' | 'InternalErrorException' }
  UnlinkIdentity: { input: UnlinkIdentityRequest; output: UnlinkIdentityResponse; caller: 'anyone'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'ResourceConflictException' | 'TooManyRequestsException' | 'InternalErrorException' | 'ExternalServiceException' }
  UntagResource: { input: UntagResourceRequest; output: UntagResourceResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'TooManyRequestsException' | 'InternalErrorException' }
  UpdateIdentityPool: { input: UpdateIdentityPoolRequest; output: UpdateIdentityPoolResponse; caller: 'operator'; refuses: 'InvalidParameterException' | 'ResourceNotFoundException' | 'NotAuthorizedException' | 'ResourceConflictException' | 'TooManyRequestsException' | 'InternalErrorException' | 'ConcurrentModificationException' | 'LimitExceededException' }
}
export type OperationName = keyof Operations
export type ExceptionName = 'ConcurrentModificationException' | 'DeveloperUserAlreadyRegisteredException' | 'ExternalServiceException' | 'InternalErrorException' | 'InvalidIdentityPoolConfigurationException' | 'InvalidParameterException' | 'LimitExceededException' | 'NotAuthorizedException' | 'ResourceConflictException' | 'ResourceNotFoundException' | 'TooManyRequestsException'
