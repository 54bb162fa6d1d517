import type { MfaFactor } from './mfa-factor.ts'
import { mfaChoices } from './mfa-choices.ts'
import type { Pool } from './pool.ts'
import type { User } from './user.ts'

/**
 * The second factors that a risk can ask for: as where MFA is required, whatever the user has turned on, but for a channel
 * whose code was the first factor; none in a pool without MFA.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AccountTakeoverActionType.html
 */
export function riskFactors(pool: Pool, user: User, proofs: readonly string[]): readonly MfaFactor[] {
  const { MfaConfiguration } = pool.settings
  if (MfaConfiguration !== 'ON' && MfaConfiguration !== 'OPTIONAL') return []
  const required: Pool = { ...pool, settings: { ...pool.settings, MfaConfiguration: 'ON' } }
  const shown = firstFactors.filter(({ proof }) => proofs.includes(proof)).map(({ factor }) => factor)
  return mfaChoices(required, user).filter((factor) => !shown.includes(factor))
}

const firstFactors: readonly { readonly proof: string; readonly factor: MfaFactor }[] = [
  { proof: 'EMAIL_OTP', factor: 'EMAIL_OTP' },
  { proof: 'SMS_OTP', factor: 'SMS_MFA' },
]
