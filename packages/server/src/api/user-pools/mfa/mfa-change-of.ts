import type { SetUserMFAPreferenceRequest } from '@cognate/wire/user-pools.ts'
import type { MfaPreferenceChange } from '../../../domain/mfa-preference.ts'
import { factorNotSetUp } from '../../../domain/refusals.ts'

type MfaSettings = Pick<
  SetUserMFAPreferenceRequest,
  'SMSMfaSettings' | 'SoftwareTokenMfaSettings' | 'EmailMfaSettings' | 'WebAuthnMfaSettings'
>

/** What is said of each factor. Nobody has a passkey yet that could be one. */
export function mfaChangeOf(input: MfaSettings): MfaPreferenceChange {
  if (input.WebAuthnMfaSettings?.Enabled) throw factorNotSetUp('WEB_AUTHN')
  return {
    SMS_MFA: input.SMSMfaSettings,
    SOFTWARE_TOKEN_MFA: input.SoftwareTokenMfaSettings,
    EMAIL_OTP: input.EmailMfaSettings,
  }
}
