import type { GetUserPoolMfaConfigResponse } from '@cognate/wire/user-pools.ts'
import type { Pool } from '../../../domain/pool.ts'
import { offeredMfaFactors } from '../../../domain/offered-mfa-factors.ts'

/** The MFA of a pool as it is set and got: a factor that was not configured is not shown [O]. */
export function mfaConfigView({ settings }: Pool): GetUserPoolMfaConfigResponse {
  const { SmsConfiguration, SmsAuthenticationMessage, MfaConfiguration } = settings
  const { SoftwareTokenMfaConfiguration, EmailMfaConfiguration, WebAuthnConfiguration } = settings.Mfa ?? {}
  const bySms = offeredMfaFactors(settings).includes('SMS_MFA')
  return {
    SmsMfaConfiguration: bySms ? { SmsAuthenticationMessage, SmsConfiguration } : undefined,
    SoftwareTokenMfaConfiguration,
    EmailMfaConfiguration,
    MfaConfiguration,
    WebAuthnConfiguration,
  }
}
