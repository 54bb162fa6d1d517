import type { SetUserPoolMfaConfigRequest } from '@cognate/wire/user-pools.ts'
import { checkWebAuthn } from './passkey-rules.ts'
import { checkPoolSettings } from './pool-settings-rules.ts'
import type { Pool, PoolSettings } from './pool.ts'
import { invalid } from './refusals.ts'

/**
 * What SetUserPoolMfaConfig keeps: the factors it names replace those before, and not to name MfaConfiguration turns MFA
 * off [O]. How text messages are sent stays, since the pool may need them to verify numbers.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html
 */
export function settingsWithMfa(pool: Pool, requested: SetUserPoolMfaConfigRequest): PoolSettings {
  const { MfaConfiguration = 'OFF', SmsMfaConfiguration: sms, WebAuthnConfiguration } = requested
  const { SoftwareTokenMfaConfiguration, EmailMfaConfiguration } = requested
  checkFactors(MfaConfiguration, [sms, SoftwareTokenMfaConfiguration, EmailMfaConfiguration])
  checkWebAuthn(WebAuthnConfiguration, pool)
  const before = pool.settings
  const settings: PoolSettings = {
    ...before,
    MfaConfiguration,
    SmsConfiguration: sms?.SmsConfiguration ?? before.SmsConfiguration,
    SmsAuthenticationMessage: sms?.SmsAuthenticationMessage ?? before.SmsAuthenticationMessage,
    Mfa: {
      SoftwareTokenMfaConfiguration,
      EmailMfaConfiguration,
      WebAuthnConfiguration: WebAuthnConfiguration ?? before.Mfa?.WebAuthnConfiguration,
      withoutSms: sms ? undefined : true,
    },
  }
  if (sms && !settings.SmsConfiguration) throw invalid('SmsConfiguration is required to configure SMS MFA.')
  checkPoolSettings(settings, { requested: {}, place: pool, before })
  return settings
}

/** That a factor is named is what counts, not whether it is enabled [O]. */
function checkFactors(mode: PoolSettings['MfaConfiguration'], factors: readonly unknown[]): void {
  const named = factors.some((factor) => factor !== undefined)
  if (mode === 'OFF' && named)
    throw invalid("Invalid MFA configuration given, can't turn off MFA and configure an MFA together.")
  if (mode !== 'OFF' && !named)
    throw invalid('Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.')
}
