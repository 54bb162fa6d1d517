import type { CodePurpose } from '../../domain/session.ts'

const hour = 3_600_000

/** How long a code is good for, milliseconds: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
export const codeLifetimes: Readonly<Record<CodePurpose, number>> = {
  ConfirmSignUp: 24 * hour,
  ForgotPassword: hour,
  'VerifyAttribute:email': 24 * hour,
  'VerifyAttribute:phone_number': 24 * hour,
  WebAuthnRegistration: 180_000,
}
