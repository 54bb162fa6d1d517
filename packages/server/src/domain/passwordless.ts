import type { ContactAttribute } from './contact.ts'
import type { FirstFactor } from './first-factor.ts'
import type { Pool } from './pool.ts'
import { noAddressForCodes } from './refusals.ts'
import type { Attributes } from './user.ts'

const factorOf = { email: 'EMAIL_OTP', phone_number: 'SMS_OTP' } as const satisfies Record<
  ContactAttribute,
  FirstFactor
>

/** The first factor that a code sent to an attribute is. */
export function codeFactorOf(attribute: string): (typeof factorOf)[ContactAttribute] | undefined {
  return attribute === 'email' || attribute === 'phone_number' ? factorOf[attribute] : undefined
}

/**
 * Whether users can be made without a password: where a code is enough to sign in.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html
 */
export function allowsPasswordless(pool: Pool): boolean {
  return addressesForCodes(pool).length > 0
}

/**
 * Refuses a user without a password who could not have a code either.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html
 */
export function checkAddressForCodes(pool: Pool, attributes: Attributes): void {
  const addresses = addressesForCodes(pool)
  if (!addresses.some((name) => attributes[name])) throw noAddressForCodes(addresses)
}

function addressesForCodes({ settings }: Pool): readonly ContactAttribute[] {
  const allowed = settings.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? []
  return (['email', 'phone_number'] as const).filter((name) => allowed.includes(factorOf[name]))
}
