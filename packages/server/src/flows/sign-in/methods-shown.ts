import type { AuthenticationMethod } from '../../domain/authentication-method.ts'
import type { Proof } from './attempt.ts'

/**
 * What a sign-in showed, as its tokens say it: each method once, and `mfa` where there are several.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html
 */
export function methodsShown(proofs: readonly Proof[]): readonly AuthenticationMethod[] {
  const methods = new Set(proofs.flatMap((proof) => methodsOf[proof] ?? []))
  return methods.size > 1 ? [...methods, 'mfa'] : [...methods]
}

const methodsOf: Readonly<Partial<Record<Proof, AuthenticationMethod>>> = {
  PASSWORD: 'pwd',
  EMAIL_OTP: 'email_otp',
  SMS_OTP: 'sms',
  'WEB_AUTHN platform': 'swk',
  'WEB_AUTHN cross-platform': 'hwk',
  'MFA EMAIL_OTP': 'email_otp',
  'MFA SMS_MFA': 'sms',
  'MFA SOFTWARE_TOKEN_MFA': 'otp',
}
