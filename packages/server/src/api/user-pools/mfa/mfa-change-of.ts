import type { SetUserMFAPreferenceRequest } from '@cognate/wire/user-pools.ts'
import type { MfaPreferenceChange } from '../../../domain/mfa-preference.ts'

type MfaSettings = Pick<
  SetUserMFAPreferenceRequest,
  'SMSMfaSettings' | 'SoftwareTokenMfaSettings' | 'EmailMfaSettings' | 'WebAuthnMfaSettings'
>

/** What is said of each factor. */
export function mfaChangeOf(input: MfaSettings): MfaPreferenceChange {
  return {
    SMS_MFA: input.SMSMfaSettings,
    SOFTWARE_TOKEN_MFA: input.SoftwareTokenMfaSettings,
    EMAIL_OTP: input.EmailMfaSettings,
    WEB_AUTHN: input.WebAuthnMfaSettings,
  }
}
