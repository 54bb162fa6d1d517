import { isEmail, isPhoneNumber, type ContactAttribute } from './contact.ts'
import type { FirstFactor } from './first-factor.ts'
import { allowsFirstFactor, takesPasskeyForTwoFactors } from './first-factors.ts'
import { nobodyHasMfa } from './nobody-has-mfa.ts'
import { storesArgon2idOnly } from './pool-tags.ts'
import type { Pool } from './pool.ts'
import { seems, type Nobody } from './seems.ts'

/**
 * What such a name is answered with: as somebody of the pool could be, the same each time. If all of nobody had the same,
 * whoever has something else, or lacks something, would exist.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
 */
export function firstFactorsOfNobody(pool: Pool, nobody: Nobody): readonly FirstFactor[] {
  const withMfa = nobodyHasMfa(pool, nobody)
  const passkeys: readonly FirstFactor[] =
    seems('a passkey', nobody) && (!withMfa || takesPasskeyForTwoFactors(pool)) ? ['WEB_AUTHN'] : []
  const addresses = withMfa ? [] : (['email', 'phone_number'] as const).filter((name) => hasAddress(name, nobody))
  const codes = addresses.map((name) => codeOf[name]).filter((factor) => allowsFirstFactor(pool, factor))
  const passwords = codes.length > 0 && seems('no password', nobody) ? [] : passwordsIn(pool)
  return [...passwords, ...passkeys.filter((factor) => allowsFirstFactor(pool, factor)), ...codes]
}

function passwordsIn(pool: Pool): readonly FirstFactor[] {
  return storesArgon2idOnly(pool.settings) ? ['PASSWORD'] : ['PASSWORD', 'PASSWORD_SRP']
}

/** An address that the name is, or else one of two. */
function hasAddress(attribute: ContactAttribute, nobody: Nobody): boolean {
  const isAddress = attribute === 'email' ? isEmail(nobody.calledAs) : isPhoneNumber(nobody.calledAs)
  return isAddress || seems(attribute, nobody)
}

const codeOf = { email: 'EMAIL_OTP', phone_number: 'SMS_OTP' } as const
