import type { CreateUserPoolClientRequest } from '@cognate/wire/user-pools.ts'

/** A request that names every member of CreateUserPoolClient which can go together, but for the pool. */
export const everyClientMember = {
  ClientName: 'Every member',
  GenerateSecret: true,
  RefreshTokenValidity: 90,
  AccessTokenValidity: 10,
  IdTokenValidity: 600,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'seconds', RefreshToken: 'minutes' },
  ReadAttributes: ['email', 'email_verified', 'custom:tenant'],
  WriteAttributes: ['email', 'custom:tenant'],
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
  SupportedIdentityProviders: ['COGNITO'],
  CallbackURLs: ['https://example.com/callback', 'http://localhost:3000', 'myapp://signed-in'],
  LogoutURLs: ['https://example.com/bye'],
  DefaultRedirectURI: 'https://example.com/callback',
  AllowedOAuthFlows: ['code', 'implicit'],
  AllowedOAuthScopes: ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'],
  AllowedOAuthFlowsUserPoolClient: true,
  AnalyticsConfiguration: {
    ApplicationId: '0123abcd',
    RoleArn: 'arn:aws:iam::111122223333:role/analytics',
    ExternalId: 'external',
    UserDataShared: true,
  },
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: false,
  EnablePropagateAdditionalUserContextData: true,
  AuthSessionValidity: 15,
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
} as const satisfies Omit<CreateUserPoolClientRequest, 'UserPoolId'>
