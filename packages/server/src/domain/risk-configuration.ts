import type { SetRiskConfigurationRequest } from '@cognate/wire/user-pools.ts'
import ipaddr from 'ipaddr.js'
import type { PoolDocuments } from './pool-resource.ts'
import type { Pool } from './pool.ts'
import { Refusal } from './refusal.ts'
import { invalid } from './refusals.ts'
import { threatMode } from './threat-mode.ts'

type RiskConfiguration = PoolDocuments['RiskConfiguration']

/**
 * What is kept of a risk configuration; undefined when it says nothing, which gives the default back.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetRiskConfiguration.html
 */
export function riskConfigurationOf(requested: SetRiskConfigurationRequest): RiskConfiguration | undefined {
  const compromised = requested.CompromisedCredentialsRiskConfiguration
  const takeover = requested.AccountTakeoverRiskConfiguration
  const exceptions = requested.RiskExceptionConfiguration
  if (!compromised && !takeover && !exceptions) return undefined
  checkNotifications(takeover)
  for (const range of [...(exceptions?.BlockedIPRangeList ?? []), ...(exceptions?.SkippedIPRangeList ?? [])])
    if (!ipaddr.isValidCIDR(range)) throw invalid(`${range} is not an IP address range in CIDR notation.`)
  return {
    CompromisedCredentialsRiskConfiguration: compromised && { EventFilter: everyEvent, ...compromised },
    AccountTakeoverRiskConfiguration: takeover,
    RiskExceptionConfiguration: exceptions,
  }
}

/** Threat protection is an add-on, which the pool must have, if only to watch, and be it for custom sign-ins. */
export function checkThreatProtection(pool: Pool): void {
  if (threatMode(pool, 'standard') === 'OFF' && threatMode(pool, 'custom') === 'OFF')
    throw new Refusal('UserPoolAddOnNotEnabledException', `Threat protection is not enabled for user pool ${pool.id}.`)
}

const everyEvent = ['SIGN_IN', 'PASSWORD_CHANGE', 'SIGN_UP'] as const

function checkNotifications(takeover: RiskConfiguration['AccountTakeoverRiskConfiguration']): void {
  const actions = Object.values(takeover?.Actions ?? {})
  if (actions.some((action) => action?.Notify) && !takeover?.NotifyConfiguration)
    throw invalid('NotifyConfiguration is required when an action notifies the user.')
}
