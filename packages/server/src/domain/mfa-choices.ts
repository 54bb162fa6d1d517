import { recoveryAttributes } from './account-recovery.ts'
import type { ContactAttribute } from './contact.ts'
import type { MfaFactor } from './mfa-factor.ts'
import { offeredMfaFactors } from './offered-mfa-factors.ts'
import type { Pool } from './pool.ts'
import type { User } from './user.ts'

/**
 * The second factors of which one must be shown at sign-in; none where MFA is off, or left to the user and not turned on.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
 */
export function mfaChoices(pool: Pool, user: User): readonly MfaFactor[] {
  const mode = pool.settings.MfaConfiguration
  if (mode !== 'ON' && mode !== 'OPTIONAL') return []
  const { enabled = [], preferred } = user.credentials.mfa ?? {}
  if (mode === 'OPTIONAL' && enabled.length === 0) return []
  const usable = usableFactors(pool, user)
  if (preferred && usable.includes(preferred)) return [preferred]
  if (mode === 'ON') return apartFromRecovery(usable, pool, enabled)
  const turnedOn = usable.filter((factor) => enabled.includes(factor))
  return turnedOn.length > 0 ? turnedOn : usable.filter(isSetUp)
}

/** An authenticator was set up on purpose: it stands in for a factor that lost its address. */
const isSetUp = (factor: MfaFactor) => factor === 'SOFTWARE_TOKEN_MFA'

/** Whether the user has what the factor needs: a verified authenticator, or an address that the pool sends codes to. */
export function usableFactors(pool: Pool, { attributes, credentials }: User): readonly MfaFactor[] {
  const offered = offeredMfaFactors(pool.settings)
  const factors: MfaFactor[] = []
  if (offered.includes('SMS_MFA') && attributes['phone_number']) factors.push('SMS_MFA')
  // A token that was verified goes on to count when the pool offers no new ones [D].
  if (credentials.softwareToken) factors.push('SOFTWARE_TOKEN_MFA')
  if (offered.includes('EMAIL_OTP') && attributes['email']) factors.push('EMAIL_OTP')
  return factors
}

/** Of two addresses, the one that a password is recovered by first is not a second factor too, unless the user chose it. */
function apartFromRecovery(usable: readonly MfaFactor[], pool: Pool, enabled: readonly MfaFactor[]) {
  if (!usable.includes('SMS_MFA') || !usable.includes('EMAIL_OTP')) return usable
  const [first] = recoveryAttributes(pool)
  return usable.filter((factor) => enabled.includes(factor) || factor !== (first && factorOf[first]))
}

const factorOf: Readonly<Record<ContactAttribute, MfaFactor>> = { phone_number: 'SMS_MFA', email: 'EMAIL_OTP' }
