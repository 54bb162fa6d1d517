import type { ContactAttribute } from './contact.ts'
import { mfaChoices } from './mfa-choices.ts'
import type { Pool } from './pool.ts'
import type { User } from './user.ts'

/**
 * The addresses that a user's sign-in codes go to. A password is not recovered by one of them: whoever holds it alone
 * would hold both factors.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-sms-email-message.html
 */
export function mfaAttributes(pool: Pool, user: User): readonly ContactAttribute[] {
  if (pool.settings.MfaConfiguration !== 'ON' && pool.settings.MfaConfiguration !== 'OPTIONAL') return []
  const factors = [...(user.credentials.mfa?.enabled ?? []), ...mfaChoices(pool, user)]
  return (['phone_number', 'email'] as const).filter((attribute) =>
    factors.includes(attribute === 'email' ? 'EMAIL_OTP' : 'SMS_MFA'),
  )
}
