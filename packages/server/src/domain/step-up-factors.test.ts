import { expect, test } from 'vitest'
import { poolWith, userWith } from '../testing/mail-fixtures.ts'
import type { PoolSettings } from './pool.ts'
import { stepUpFactors } from './step-up-factors.ts'
import type { Credentials } from './user.ts'

const offering = (MfaConfiguration: NonNullable<PoolSettings['MfaConfiguration']>) =>
  poolWith({
    MfaConfiguration,
    SmsConfiguration: {},
    Mfa: { SoftwareTokenMfaConfiguration: { Enabled: true }, EmailMfaConfiguration: {} },
  })

const user = (mfa?: Credentials['mfa']) => ({
  ...userWith('ada', { phone_number: '+15555550100', email: 'ada@example.com' }),
  credentials: { formerPasswords: [], softwareToken: { secret: 'sealed' }, ...(mfa && { mfa }) },
})

// authentication-flows-selection-sdk.html: "The user must already have the factors" [D]; what that means for addresses [K].
test('a second factor is what MFA asks of everybody, or what the user set up', () => {
  expect(stepUpFactors(offering('ON'), user())).toEqual(['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'])
  expect(stepUpFactors(offering('OPTIONAL'), user())).toEqual(['SOFTWARE_TOKEN_MFA'])
  expect(stepUpFactors(offering('OPTIONAL'), user({ enabled: ['SMS_MFA'] }))).toEqual(['SMS_MFA', 'SOFTWARE_TOKEN_MFA'])
  expect(stepUpFactors(offering('OFF'), user({ enabled: ['SMS_MFA'] }))).toEqual([])
})
