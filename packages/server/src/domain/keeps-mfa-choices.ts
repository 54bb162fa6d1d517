import { mfaChoices } from './mfa-choices.ts'
import type { MfaFactor } from './mfa-factor.ts'
import type { Pool } from './pool.ts'
import type { User } from './user.ts'

/** Whether a user whose sign-in asks for a second factor shows, after a change, one of those they had, and no other. */
export function keepsMfaChoices(pool: Pool, before: User, after: User): boolean {
  const had = mfaChoices(pool, before)
  if (had.length === 0) return true
  const has = mfaChoices(pool, after)
  const sameAddress = (factor: MfaFactor) => {
    const attribute = attributeOf[factor]
    return attribute === undefined || before.attributes[attribute] === after.attributes[attribute]
  }
  return has.length > 0 && has.every((factor) => had.includes(factor) && sameAddress(factor))
}

const attributeOf: Readonly<Partial<Record<MfaFactor, string>>> = { SMS_MFA: 'phone_number', EMAIL_OTP: 'email' }
