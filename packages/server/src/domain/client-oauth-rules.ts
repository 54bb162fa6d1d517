import type { OAuthFlowType } from '@cognate/wire/user-pools.ts'
import type { ClientSituation } from './client-situation.ts'
import { checkRedirectUri } from './redirect-uri.ts'
import type { ClientSettings } from './pool.ts'
import { Refusal } from './refusal.ts'
import { invalid } from './refusals.ts'

/** Scopes that every pool has; they are about a user. */
const userScopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin']

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html */
export function checkClientOAuth(settings: ClientSettings, situation: ClientSituation): void {
  checkUris(settings)
  checkFlows(settings, situation)
  checkScopes(settings, situation)
}

function checkUris({ CallbackURLs = [], LogoutURLs = [], DefaultRedirectURI }: ClientSettings): void {
  for (const uri of [...CallbackURLs, ...LogoutURLs]) checkRedirectUri(uri)
  if (DefaultRedirectURI !== undefined && !CallbackURLs.includes(DefaultRedirectURI))
    throw invalid(`The default redirect URI ${DefaultRedirectURI} is not in the callback URIs list.`)
}

function checkFlows(settings: ClientSettings, { hasSecret }: ClientSituation): void {
  const { AllowedOAuthFlows: flows = [] } = settings
  if (settings.AllowedOAuthFlowsUserPoolClient) checkServerSettings(settings)
  if (!flows.includes('client_credentials')) return
  if (servesUsers(flows))
    throw badFlow('client_credentials flow can not be selected along with code flow or implicit flow.')
  if (!hasSecret) throw badFlow('client_credentials flow can not be selected if client does not have a client secret.')
}

/** What is asked of a client that uses the authorization server at all. */
function checkServerSettings({ AllowedOAuthFlows = [], AllowedOAuthScopes = [], CallbackURLs = [] }: ClientSettings) {
  if (AllowedOAuthFlows.length === 0 || AllowedOAuthScopes.length === 0)
    throw badFlow(
      'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
    )
  if (servesUsers(AllowedOAuthFlows) && CallbackURLs.length === 0)
    throw badFlow('CallbackUrls can not be empty when code flow or implicit flow is selected')
}

const servesUsers = (flows: readonly OAuthFlowType[]) => flows.includes('code') || flows.includes('implicit')

function checkScopes(settings: ClientSettings, { offered }: ClientSituation): void {
  const { AllowedOAuthFlows: flows = [], AllowedOAuthScopes: scopes = [] } = settings
  const unknown = scopes.find((scope) => !userScopes.includes(scope) && !offered.scopes.includes(scope))
  if (unknown) throw new Refusal('ScopeDoesNotExistException', `Invalid scope requested: ${unknown}`)
  const scope = scopes.find((name) => userScopes.includes(name))
  if (scope !== undefined && flows.includes('client_credentials'))
    throw badFlow(`${scope} is not supported with client_credentials flow`)
}

const badFlow = (message: string) => new Refusal('InvalidOAuthFlowException', message)
