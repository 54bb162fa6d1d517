import { expect, test } from 'vitest'
import { firstFactorsTowards, secondFactorsTowards } from './towards-level.ts'

const first = ['PASSWORD', 'PASSWORD_SRP', 'WEB_AUTHN', 'EMAIL_OTP', 'SMS_OTP'] as const
const passwords = ['PASSWORD', 'PASSWORD_SRP'] as const
const token = 'SOFTWARE_TOKEN_MFA'

// cognito-user-pools-step-up-authentication.html, "ACR levels and satisfying factor combinations" [D].
test.each([
  { level: 1, shown: [], second: [], from: first },
  { level: 2, shown: [], second: [], from: ['WEB_AUTHN', 'EMAIL_OTP', 'SMS_OTP'] },
  { level: 3, shown: [], second: [], from: ['WEB_AUTHN'] },
  { level: 3, shown: [], second: ['SMS_MFA'], from: [...passwords, 'WEB_AUTHN'] },
  { level: 4, shown: [], second: ['SMS_MFA'], from: [] },
  { level: 4, shown: [], second: ['SMS_MFA', token], from: passwords },
  // Only what was not shown before is asked for.
  { level: 3, shown: ['email_otp'], second: [], from: [...passwords, 'WEB_AUTHN'] },
  { level: 4, shown: ['email_otp'], second: [token], from: passwords },
  { level: 3, shown: ['pwd'], second: [], from: ['WEB_AUTHN', 'EMAIL_OTP', 'SMS_OTP'] },
] as const)('level $level after $shown, with $second, is reached from $from', ({ level, shown, second, from }) => {
  expect(firstFactorsTowards(level, shown, { first, second })).toEqual(from)
})

test.each([
  { level: 3, shown: ['pwd'], second: ['SMS_MFA', token, 'EMAIL_OTP'], by: ['SMS_MFA', token, 'EMAIL_OTP'] },
  { level: 4, shown: ['pwd'], second: ['SMS_MFA', token, 'EMAIL_OTP'], by: [token] },
  { level: 4, shown: ['pwd', 'sms'], second: ['SMS_MFA', token], by: [token] },
  { level: 3, shown: ['email_otp'], second: ['SMS_MFA', token], by: [] },
] as const)('level $level after $shown is reached by $by', ({ level, shown, second, by }) => {
  expect(secondFactorsTowards(level, shown, second)).toEqual(by)
})
