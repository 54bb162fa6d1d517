import { checkClientAttributes } from './client-attribute-rules.ts'
import { checkClientFlows } from './client-flow-rules.ts'
import { checkClientOAuth } from './client-oauth-rules.ts'
import type { ClientSituation } from './client-situation.ts'
import { checkClientTokens } from './client-token-rules.ts'
import type { ClientSettings } from './pool.ts'
import { invalid } from './refusals.ts'

/** Refuses settings that contradict each other or their pool, with the first rule they break. Sentences are AWS's where one was seen. */
export function checkClientSettings(settings: ClientSettings, situation: ClientSituation): void {
  checkClientTokens(settings)
  checkClientFlows(settings, situation)
  checkClientAttributes(settings, situation)
  checkIdentityProviders(settings, situation)
  checkClientOAuth(settings, situation)
  checkAnalytics(settings)
  if (settings.EnablePropagateAdditionalUserContextData && !situation.hasSecret)
    throw invalid('Client Secret is required to set EnablePropagateAdditionalUserContextData as true')
}

/** COGNITO is the pool's own directory. */
function checkIdentityProviders(settings: ClientSettings, { pool, offered }: ClientSituation): void {
  const { SupportedIdentityProviders: names = [] } = settings
  const unknown = names.find((provider) => provider !== 'COGNITO' && !offered.providers.includes(provider))
  if (unknown) throw invalid(`The provider ${unknown} does not exist for User Pool ${pool.id}.`)
}

function checkAnalytics({ AnalyticsConfiguration: analytics }: ClientSettings): void {
  if (!analytics) return
  const { ApplicationArn, ApplicationId, RoleArn, ExternalId } = analytics
  const byArn = ApplicationArn && !ApplicationId && !RoleArn && !ExternalId
  const byId = ApplicationId && RoleArn && ExternalId && !ApplicationArn
  if (!byArn && !byId)
    throw invalid(
      'Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid',
    )
}
