import type { CreateUserPoolClientRequest, UpdateUserPoolClientRequest } from '@cognate/wire/user-pools.ts'
import { checkClientSettings } from './client-settings-rules.ts'
import type { AppClient, ClientSettings, Pool } from './pool.ts'

/**
 * What CreateUserPoolClient keeps. The members that Describe gives only to those who set them (the flows, the readable
 * and writable attributes, the validity of ID and access tokens) stay unset.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function settingsOfNewClient(requested: CreateUserPoolClientRequest, pool: Pool): ClientSettings {
  const { UserPoolId, GenerateSecret, ClientSecret, ...members } = requested
  const settings = completed(members)
  checkClientSettings(settings, {
    pool,
    hasSecret: GenerateSecret === true || ClientSecret !== undefined,
    doing: 'creating',
  })
  return settings
}

/** What UpdateUserPoolClient keeps: a member that is not named returns to its default, but for the name. */
export function settingsOfUpdatedClient(
  client: AppClient,
  requested: UpdateUserPoolClientRequest,
  pool: Pool,
  hasSecret: boolean,
): ClientSettings {
  const { UserPoolId, ClientId, ...members } = requested
  const settings = completed({ ...members, ClientName: requested.ClientName ?? client.settings.ClientName })
  checkClientSettings(settings, { pool, hasSecret, doing: 'updating' })
  return settings
}

function completed(requested: ClientSettings): ClientSettings {
  return {
    ...requested,
    RefreshTokenValidity: requested.RefreshTokenValidity || 30,
    TokenValidityUnits: requested.TokenValidityUnits ?? {},
    AllowedOAuthFlowsUserPoolClient: requested.AllowedOAuthFlowsUserPoolClient ?? false,
    EnableTokenRevocation: requested.EnableTokenRevocation ?? true,
    EnablePropagateAdditionalUserContextData: requested.EnablePropagateAdditionalUserContextData ?? false,
    AuthSessionValidity: requested.AuthSessionValidity ?? 3,
  }
}
