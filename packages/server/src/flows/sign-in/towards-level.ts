import { acrLevelOf, type AcrLevel } from '../../domain/acr-level.ts'
import type { AuthenticationMethod } from '../../domain/authentication-method.ts'
import type { FirstFactor } from '../../domain/first-factor.ts'
import type { MfaFactor } from '../../domain/mfa-factor.ts'

type Methods = readonly AuthenticationMethod[]

/** What somebody can show. */
export interface Factors {
  readonly first: readonly FirstFactor[]
  readonly second: readonly MfaFactor[]
}

/** Whether these methods satisfy a level, or one above it. */
export function reaches(level: AcrLevel, shown: Methods): boolean {
  return (acrLevelOf(shown) ?? 0) >= level
}

/** The first factors from which a level can be reached, apart from what was shown already. */
export function firstFactorsTowards(
  level: AcrLevel,
  shown: Methods,
  { first, second }: Factors,
): readonly FirstFactor[] {
  return first.filter((factor) => {
    const after = [...shown, methodOfFirst[factor]]
    const further = !shown.includes(methodOfFirst[factor])
    return further && (reaches(level, after) || secondFactorsTowards(level, after, second).length > 0)
  })
}

/** The second factors that each, after what was shown, satisfy a level. */
export function secondFactorsTowards(
  level: AcrLevel,
  shown: Methods,
  second: readonly MfaFactor[],
): readonly MfaFactor[] {
  if (!shown.includes('pwd')) return []
  return second.filter((factor) => reaches(level, [...shown, methodOfSecond[factor]]))
}

const methodOfFirst: Readonly<Record<FirstFactor, AuthenticationMethod>> = {
  PASSWORD: 'pwd',
  PASSWORD_SRP: 'pwd',
  WEB_AUTHN: 'swk',
  EMAIL_OTP: 'email_otp',
  SMS_OTP: 'sms',
}

const methodOfSecond: Readonly<Record<MfaFactor, AuthenticationMethod>> = {
  SMS_MFA: 'sms',
  SOFTWARE_TOKEN_MFA: 'otp',
  EMAIL_OTP: 'email_otp',
}
