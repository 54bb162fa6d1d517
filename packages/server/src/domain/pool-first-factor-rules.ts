import type { PoolSettings } from './pool.ts'
import { invalid } from './refusals.ts'

/** https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html */
export function checkPoolFirstFactors({ Policies, MfaConfiguration }: PoolSettings): void {
  const factors = Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? []
  if (!factors.includes('PASSWORD'))
    throw invalid('Password should be configured as one of the allowed first auth factors.')
  if (factors.includes('SOFTWARE_TOKEN')) throw invalid('SOFTWARE_TOKEN is not supported as a first auth factor.')
  if (MfaConfiguration === 'ON' && factors.some((factor) => factor === 'EMAIL_OTP' || factor === 'SMS_OTP'))
    throw invalid('EMAIL_OTP and SMS_OTP cannot be first auth factors when MFA is required.')
}
