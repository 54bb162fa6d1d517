import type { CreateUserPoolClientRequest, UpdateUserPoolClientRequest } from '@cognate/wire/user-pools.ts'
import { checkClientSettings } from './client-settings-rules.ts'
import { nothingOffered, type OfferedToClients } from './offered-to-clients.ts'
import { pinnedClientId } from './pinned-ids.ts'
import type { AppClient, ClientSettings, Pool } from './pool.ts'
import { invalid } from './refusals.ts'
import { defaultRefreshTokenValidity } from './token-validity.ts'

type RequestedClient = Omit<UpdateUserPoolClientRequest, 'UserPoolId' | 'ClientId' | 'ClientName'>

/**
 * What CreateUserPoolClient keeps. The members that Describe gives only to those who set them (the flows, the readable
 * and writable attributes, the validity of ID and access tokens) stay unset.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function settingsOfNewClient(
  requested: CreateUserPoolClientRequest,
  pool: Pool,
  offered: OfferedToClients = nothingOffered,
): ClientSettings {
  const hasSecret = requested.GenerateSecret === true || requested.ClientSecret !== undefined
  const settings = completed(requested.ClientName, requested)
  checkClientSettings(settings, { pool, hasSecret, offered, doing: 'creating' })
  return settings
}

/**
 * What UpdateUserPoolClient keeps: a member that is not named returns to its default, but for the name.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html
 */
export function settingsOfUpdatedClient(
  client: AppClient,
  requested: UpdateUserPoolClientRequest,
  situation: { readonly pool: Pool; readonly hasSecret: boolean; readonly offered: OfferedToClients },
): ClientSettings {
  const name = requested.ClientName ?? client.settings.ClientName
  if (name !== client.settings.ClientName && pinnedClientId(name) !== undefined)
    throw invalid('The id of a user pool client cannot be changed.')
  const settings = { ...completed(name, requested), SSOSession: client.settings.SSOSession }
  checkClientSettings(settings, { ...situation, doing: 'updating' })
  return settings
}

/** Names every member, so that nothing is kept that the contract does not know. A refresh validity of zero means the default. */
function completed(ClientName: string, requested: RequestedClient): ClientSettings {
  return {
    ClientName,
    RefreshTokenValidity: requested.RefreshTokenValidity || defaultRefreshTokenValidity(requested.TokenValidityUnits),
    AccessTokenValidity: requested.AccessTokenValidity,
    IdTokenValidity: requested.IdTokenValidity,
    TokenValidityUnits: requested.TokenValidityUnits ?? {},
    ReadAttributes: requested.ReadAttributes,
    WriteAttributes: requested.WriteAttributes,
    ExplicitAuthFlows: requested.ExplicitAuthFlows,
    SupportedIdentityProviders: requested.SupportedIdentityProviders,
    CallbackURLs: requested.CallbackURLs,
    LogoutURLs: requested.LogoutURLs,
    DefaultRedirectURI: requested.DefaultRedirectURI,
    AllowedOAuthFlows: requested.AllowedOAuthFlows,
    AllowedOAuthScopes: requested.AllowedOAuthScopes,
    AllowedOAuthFlowsUserPoolClient: requested.AllowedOAuthFlowsUserPoolClient ?? false,
    AnalyticsConfiguration: requested.AnalyticsConfiguration,
    PreventUserExistenceErrors: requested.PreventUserExistenceErrors,
    EnableTokenRevocation: requested.EnableTokenRevocation ?? true,
    EnablePropagateAdditionalUserContextData: requested.EnablePropagateAdditionalUserContextData ?? false,
    AuthSessionValidity: requested.AuthSessionValidity ?? 3,
    RefreshTokenRotation: requested.RefreshTokenRotation && {
      RetryGracePeriodSeconds: 0,
      ...requested.RefreshTokenRotation,
    },
  }
}
