import type { MfaFactor } from './mfa-factor.ts'
import { usableFactors } from './mfa-choices.ts'
import type { Pool } from './pool.ts'
import type { User } from './user.ts'

/**
 * The second factors that a user has set up, with which they can be asked to authenticate more strongly than they must.
 * An address alone is none where MFA is left to the user.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 */
export function stepUpFactors(pool: Pool, user: User): readonly MfaFactor[] {
  const mode = pool.settings.MfaConfiguration
  if (mode !== 'ON' && mode !== 'OPTIONAL') return []
  const enabled = user.credentials.mfa?.enabled ?? []
  const usable = usableFactors(pool, user)
  if (mode === 'ON') return usable
  return usable.filter((factor) => factor === 'SOFTWARE_TOKEN_MFA' || enabled.includes(factor))
}
