import { expect, test } from 'vitest'
import { methodsShown } from './methods-shown.ts'

// cognito-user-pools-step-up-authentication.html, "AMR values" [D].
test.each([
  { proofs: ['PASSWORD'], methods: ['pwd'] },
  { proofs: ['PASSWORD', 'NEW_PASSWORD'], methods: ['pwd'] },
  { proofs: ['EMAIL_OTP'], methods: ['email_otp'] },
  { proofs: ['SMS_OTP'], methods: ['sms'] },
  { proofs: ['WEB_AUTHN platform'], methods: ['swk'] },
  { proofs: ['WEB_AUTHN cross-platform'], methods: ['hwk'] },
  { proofs: ['PASSWORD', 'CHOSE SMS_MFA', 'MFA SMS_MFA'], methods: ['pwd', 'sms', 'mfa'] },
  { proofs: ['PASSWORD', 'MFA SOFTWARE_TOKEN_MFA'], methods: ['pwd', 'otp', 'mfa'] },
  { proofs: ['EMAIL_OTP', 'MFA EMAIL_OTP'], methods: ['email_otp'] },
  { proofs: [], methods: [] },
] as const)('$proofs are told as $methods', ({ proofs, methods }) => {
  expect(methodsShown(proofs)).toEqual(methods)
})
