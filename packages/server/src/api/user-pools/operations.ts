import type { OperationName } from '@cognate/wire/user-pools.ts'
import type { Operation } from '../operation.ts'
import { CreateUserPool } from './pools/CreateUserPool.ts'
import { DescribeUserPool } from './pools/DescribeUserPool.ts'
import { CreateUserPoolClient } from './clients/CreateUserPoolClient.ts'
import { DescribeUserPoolClient } from './clients/DescribeUserPoolClient.ts'

import { SignUp } from './sign-up/SignUp.ts'
import { ConfirmSignUp } from './sign-up/ConfirmSignUp.ts'
import { AdminInitiateAuth } from './sign-in/AdminInitiateAuth.ts'
import { AdminRespondToAuthChallenge } from './sign-in/AdminRespondToAuthChallenge.ts'
import { GetTokensFromRefreshToken } from './sign-in/GetTokensFromRefreshToken.ts'
import { GlobalSignOut } from './sign-in/GlobalSignOut.ts'
import { InitiateAuth } from './sign-in/InitiateAuth.ts'
import { RespondToAuthChallenge } from './sign-in/RespondToAuthChallenge.ts'
import { RevokeToken } from './sign-in/RevokeToken.ts'
import { AdminListUserAuthEvents } from './auth-events/AdminListUserAuthEvents.ts'
import { AdminUpdateAuthEventFeedback } from './auth-events/AdminUpdateAuthEventFeedback.ts'
import { UpdateAuthEventFeedback } from './auth-events/UpdateAuthEventFeedback.ts'
import { GetUser } from './account/GetUser.ts'
import { AdminGetUser } from './users/AdminGetUser.ts'
import { AdminUserGlobalSignOut } from './users/AdminUserGlobalSignOut.ts'
import { UpdateUserPool } from './pools/UpdateUserPool.ts'
import { DeleteUserPool } from './pools/DeleteUserPool.ts'
import { ListUserPools } from './pools/ListUserPools.ts'
import { AddCustomAttributes } from './pools/AddCustomAttributes.ts'
import { TagResource } from './tags/TagResource.ts'
import { UntagResource } from './tags/UntagResource.ts'
import { ListTagsForResource } from './tags/ListTagsForResource.ts'
import { UpdateUserPoolClient } from './clients/UpdateUserPoolClient.ts'
import { DeleteUserPoolClient } from './clients/DeleteUserPoolClient.ts'
import { ListUserPoolClients } from './clients/ListUserPoolClients.ts'
import { AddUserPoolClientSecret } from './clients/AddUserPoolClientSecret.ts'
import { ListUserPoolClientSecrets } from './clients/ListUserPoolClientSecrets.ts'
import { DeleteUserPoolClientSecret } from './clients/DeleteUserPoolClientSecret.ts'
import { ResendConfirmationCode } from './sign-up/ResendConfirmationCode.ts'
import { AdminConfirmSignUp } from './sign-up/AdminConfirmSignUp.ts'
import { GetUserPoolMfaConfig } from './pools/GetUserPoolMfaConfig.ts'
import { SetUserPoolMfaConfig } from './pools/SetUserPoolMfaConfig.ts'
import { UpdateUserAttributes } from './account/UpdateUserAttributes.ts'
import { DeleteUserAttributes } from './account/DeleteUserAttributes.ts'
import { DeleteUser } from './account/DeleteUser.ts'
import { GetUserAttributeVerificationCode } from './account/GetUserAttributeVerificationCode.ts'
import { VerifyUserAttribute } from './account/VerifyUserAttribute.ts'
import { AdminUpdateUserAttributes } from './users/AdminUpdateUserAttributes.ts'
import { AdminDeleteUserAttributes } from './users/AdminDeleteUserAttributes.ts'
import { AdminDeleteUser } from './users/AdminDeleteUser.ts'
import { AdminEnableUser } from './users/AdminEnableUser.ts'
import { AdminDisableUser } from './users/AdminDisableUser.ts'
import { ForgotPassword } from './passwords/ForgotPassword.ts'
import { ConfirmForgotPassword } from './passwords/ConfirmForgotPassword.ts'
import { ChangePassword } from './passwords/ChangePassword.ts'
import { AdminSetUserPassword } from './passwords/AdminSetUserPassword.ts'
import { AdminResetUserPassword } from './passwords/AdminResetUserPassword.ts'
import { AdminCreateUser } from './users/AdminCreateUser.ts'
import { ListUsers } from './users/ListUsers.ts'
import { AdminListUserSessions } from './sessions/AdminListUserSessions.ts'
import { AdminRevokeUserSession } from './sessions/AdminRevokeUserSession.ts'
import { GetClientToken } from './client-tokens/GetClientToken.ts'
import { GetUserPoolClientSessionConfiguration } from './sessions/GetUserPoolClientSessionConfiguration.ts'
import { GetUserPoolSessionConfiguration } from './sessions/GetUserPoolSessionConfiguration.ts'
import { ListUserSessions } from './sessions/ListUserSessions.ts'
import { RevokeUserSession } from './sessions/RevokeUserSession.ts'
import { SetUserPoolClientSessionConfiguration } from './sessions/SetUserPoolClientSessionConfiguration.ts'
import { SetUserPoolSessionConfiguration } from './sessions/SetUserPoolSessionConfiguration.ts'
import { AssociateSoftwareToken } from './mfa/AssociateSoftwareToken.ts'
import { VerifySoftwareToken } from './mfa/VerifySoftwareToken.ts'
import { AdminDeleteSoftwareToken } from './mfa/AdminDeleteSoftwareToken.ts'
import { SetUserMFAPreference } from './mfa/SetUserMFAPreference.ts'
import { StartWebAuthnRegistration } from './passkeys/StartWebAuthnRegistration.ts'
import { CompleteWebAuthnRegistration } from './passkeys/CompleteWebAuthnRegistration.ts'
import { ListWebAuthnCredentials } from './passkeys/ListWebAuthnCredentials.ts'
import { DeleteWebAuthnCredential } from './passkeys/DeleteWebAuthnCredential.ts'
import { AdminSetUserMFAPreference } from './mfa/AdminSetUserMFAPreference.ts'
import { SetUserSettings } from './mfa/SetUserSettings.ts'
import { AdminSetUserSettings } from './mfa/AdminSetUserSettings.ts'
import { GetUserAuthFactors } from './mfa/GetUserAuthFactors.ts'
import { AdminGetUserAuthFactors } from './mfa/AdminGetUserAuthFactors.ts'
import { AdminAddUserToGroup } from './groups/AdminAddUserToGroup.ts'
import { AdminListGroupsForUser } from './groups/AdminListGroupsForUser.ts'
import { AdminRemoveUserFromGroup } from './groups/AdminRemoveUserFromGroup.ts'
import { CreateGroup } from './groups/CreateGroup.ts'
import { DeleteGroup } from './groups/DeleteGroup.ts'
import { GetGroup } from './groups/GetGroup.ts'
import { ListGroups } from './groups/ListGroups.ts'
import { ListUsersInGroup } from './groups/ListUsersInGroup.ts'
import { UpdateGroup } from './groups/UpdateGroup.ts'
import { CreateResourceServer } from './resource-servers/CreateResourceServer.ts'
import { DescribeResourceServer } from './resource-servers/DescribeResourceServer.ts'
import { UpdateResourceServer } from './resource-servers/UpdateResourceServer.ts'
import { DeleteResourceServer } from './resource-servers/DeleteResourceServer.ts'
import { ListResourceServers } from './resource-servers/ListResourceServers.ts'
import { AdminForgetDevice } from './devices/AdminForgetDevice.ts'
import { AdminGetDevice } from './devices/AdminGetDevice.ts'
import { AdminListDevices } from './devices/AdminListDevices.ts'
import { AdminUpdateDeviceStatus } from './devices/AdminUpdateDeviceStatus.ts'
import { ConfirmDevice } from './devices/ConfirmDevice.ts'
import { ForgetDevice } from './devices/ForgetDevice.ts'
import { GetDevice } from './devices/GetDevice.ts'
import { ListDevices } from './devices/ListDevices.ts'
import { UpdateDeviceStatus } from './devices/UpdateDeviceStatus.ts'
import { CreateUserPoolDomain } from './domains/CreateUserPoolDomain.ts'
import { UpdateUserPoolDomain } from './domains/UpdateUserPoolDomain.ts'
import { DeleteUserPoolDomain } from './domains/DeleteUserPoolDomain.ts'
import { DescribeUserPoolDomain } from './domains/DescribeUserPoolDomain.ts'
import { CreateUserImportJob } from './imports/CreateUserImportJob.ts'
import { DescribeUserImportJob } from './imports/DescribeUserImportJob.ts'
import { GetCSVHeader } from './imports/GetCSVHeader.ts'
import { ListUserImportJobs } from './imports/ListUserImportJobs.ts'
import { StartUserImportJob } from './imports/StartUserImportJob.ts'
import { StopUserImportJob } from './imports/StopUserImportJob.ts'
import { CreateIdentityProvider } from './providers/CreateIdentityProvider.ts'
import { DescribeIdentityProvider } from './providers/DescribeIdentityProvider.ts'
import { GetIdentityProviderByIdentifier } from './providers/GetIdentityProviderByIdentifier.ts'
import { UpdateIdentityProvider } from './providers/UpdateIdentityProvider.ts'
import { DeleteIdentityProvider } from './providers/DeleteIdentityProvider.ts'
import { ListIdentityProviders } from './providers/ListIdentityProviders.ts'
import { AdminDisableProviderForUser } from './linking/AdminDisableProviderForUser.ts'
import { AdminLinkProviderForUser } from './linking/AdminLinkProviderForUser.ts'
import { SetUICustomization } from './branding/SetUICustomization.ts'
import { GetUICustomization } from './branding/GetUICustomization.ts'
import { CreateManagedLoginBranding } from './branding/CreateManagedLoginBranding.ts'
import { DescribeManagedLoginBranding } from './branding/DescribeManagedLoginBranding.ts'
import { DescribeManagedLoginBrandingByClient } from './branding/DescribeManagedLoginBrandingByClient.ts'
import { UpdateManagedLoginBranding } from './branding/UpdateManagedLoginBranding.ts'
import { DeleteManagedLoginBranding } from './branding/DeleteManagedLoginBranding.ts'
import { CreateTerms } from './terms/CreateTerms.ts'
import { DescribeTerms } from './terms/DescribeTerms.ts'
import { DescribeTermsByClient } from './terms/DescribeTermsByClient.ts'
import { UpdateTerms } from './terms/UpdateTerms.ts'
import { DeleteTerms } from './terms/DeleteTerms.ts'
import { ListTerms } from './terms/ListTerms.ts'
import { SetRiskConfiguration } from './risk/SetRiskConfiguration.ts'
import { DescribeRiskConfiguration } from './risk/DescribeRiskConfiguration.ts'
import { GetProvisionedLimit } from './limits/GetProvisionedLimit.ts'
import { UpdateProvisionedLimit } from './limits/UpdateProvisionedLimit.ts'
import { SetLogDeliveryConfiguration } from './logs/SetLogDeliveryConfiguration.ts'
import { GetLogDeliveryConfiguration } from './logs/GetLogDeliveryConfiguration.ts'
import { CreateUserPoolReplica } from './replicas/CreateUserPoolReplica.ts'
import { DeleteUserPoolReplica } from './replicas/DeleteUserPoolReplica.ts'
import { GetSigningCertificate } from './signing-certificate/GetSigningCertificate.ts'
import { ListUserPoolReplicas } from './replicas/ListUserPoolReplicas.ts'
import { UpdateUserPoolReplica } from './replicas/UpdateUserPoolReplica.ts'

/** Every operation of the service, each exactly once; the compiler counts. */
export const userPoolOperations: { readonly [Name in OperationName]: Operation<Name> } = {
  AddCustomAttributes,
  AddUserPoolClientSecret,
  AdminAddUserToGroup,
  AdminConfirmSignUp,
  AdminCreateUser,
  AdminDeleteSoftwareToken,
  AdminDeleteUser,
  AdminDeleteUserAttributes,
  AdminDisableProviderForUser,
  AdminDisableUser,
  AdminEnableUser,
  AdminForgetDevice,
  AdminGetDevice,
  AdminGetUser,
  AdminGetUserAuthFactors,
  AdminInitiateAuth,
  AdminLinkProviderForUser,
  AdminListDevices,
  AdminListGroupsForUser,
  AdminListUserAuthEvents,
  AdminListUserSessions,
  AdminRemoveUserFromGroup,
  AdminResetUserPassword,
  AdminRespondToAuthChallenge,
  AdminRevokeUserSession,
  AdminSetUserMFAPreference,
  AdminSetUserPassword,
  AdminSetUserSettings,
  AdminUpdateAuthEventFeedback,
  AdminUpdateDeviceStatus,
  AdminUpdateUserAttributes,
  AdminUserGlobalSignOut,
  AssociateSoftwareToken,
  ChangePassword,
  CompleteWebAuthnRegistration,
  ConfirmDevice,
  ConfirmForgotPassword,
  ConfirmSignUp,
  CreateGroup,
  CreateIdentityProvider,
  CreateManagedLoginBranding,
  CreateResourceServer,
  CreateTerms,
  CreateUserImportJob,
  CreateUserPool,
  CreateUserPoolClient,
  CreateUserPoolDomain,
  CreateUserPoolReplica,
  DeleteGroup,
  DeleteIdentityProvider,
  DeleteManagedLoginBranding,
  DeleteResourceServer,
  DeleteTerms,
  DeleteUser,
  DeleteUserAttributes,
  DeleteUserPool,
  DeleteUserPoolClient,
  DeleteUserPoolClientSecret,
  DeleteUserPoolDomain,
  DeleteUserPoolReplica,
  DeleteWebAuthnCredential,
  DescribeIdentityProvider,
  DescribeManagedLoginBranding,
  DescribeManagedLoginBrandingByClient,
  DescribeResourceServer,
  DescribeRiskConfiguration,
  DescribeTerms,
  DescribeTermsByClient,
  DescribeUserImportJob,
  DescribeUserPool,
  DescribeUserPoolClient,
  DescribeUserPoolDomain,
  ForgetDevice,
  ForgotPassword,
  GetCSVHeader,
  GetClientToken,
  GetDevice,
  GetGroup,
  GetIdentityProviderByIdentifier,
  GetLogDeliveryConfiguration,
  GetProvisionedLimit,
  GetSigningCertificate,
  GetTokensFromRefreshToken,
  GetUICustomization,
  GetUser,
  GetUserAttributeVerificationCode,
  GetUserAuthFactors,
  GetUserPoolClientSessionConfiguration,
  GetUserPoolMfaConfig,
  GetUserPoolSessionConfiguration,
  GlobalSignOut,
  InitiateAuth,
  ListDevices,
  ListGroups,
  ListIdentityProviders,
  ListResourceServers,
  ListTagsForResource,
  ListTerms,
  ListUserImportJobs,
  ListUserPoolClientSecrets,
  ListUserPoolClients,
  ListUserPoolReplicas,
  ListUserPools,
  ListUserSessions,
  ListUsers,
  ListUsersInGroup,
  ListWebAuthnCredentials,
  ResendConfirmationCode,
  RespondToAuthChallenge,
  RevokeToken,
  RevokeUserSession,
  SetLogDeliveryConfiguration,
  SetRiskConfiguration,
  SetUICustomization,
  SetUserMFAPreference,
  SetUserPoolClientSessionConfiguration,
  SetUserPoolMfaConfig,
  SetUserPoolSessionConfiguration,
  SetUserSettings,
  SignUp,
  StartUserImportJob,
  StartWebAuthnRegistration,
  StopUserImportJob,
  TagResource,
  UntagResource,
  UpdateAuthEventFeedback,
  UpdateDeviceStatus,
  UpdateGroup,
  UpdateIdentityProvider,
  UpdateManagedLoginBranding,
  UpdateProvisionedLimit,
  UpdateResourceServer,
  UpdateTerms,
  UpdateUserAttributes,
  UpdateUserPool,
  UpdateUserPoolClient,
  UpdateUserPoolDomain,
  UpdateUserPoolReplica,
  VerifySoftwareToken,
  VerifyUserAttribute,
}
