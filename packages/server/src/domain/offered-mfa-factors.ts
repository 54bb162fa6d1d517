import type { MfaFactor } from './mfa-factor.ts'
import type { PoolSettings } from './pool.ts'

/** The second factors that a pool has; none where MFA is off. */
export function offeredMfaFactors({
  MfaConfiguration,
  SmsConfiguration,
  Mfa = {},
}: PoolSettings): readonly MfaFactor[] {
  if (MfaConfiguration !== 'ON' && MfaConfiguration !== 'OPTIONAL') return []
  const factors: MfaFactor[] = []
  if (SmsConfiguration && !Mfa.withoutSms) factors.push('SMS_MFA')
  if (Mfa.SoftwareTokenMfaConfiguration?.Enabled) factors.push('SOFTWARE_TOKEN_MFA')
  if (Mfa.EmailMfaConfiguration) factors.push('EMAIL_OTP')
  return factors
}
