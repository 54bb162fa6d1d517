import type { AuthFactorType } from '@cognate/wire/user-pools.ts'
import { expect, test } from 'vitest'
import { poolWith } from '../testing/mail-fixtures.ts'
import { firstFactorsOfNobody } from './first-factors-of-nobody.ts'
import type { PoolSettings } from './pool.ts'

const passwords = ['PASSWORD', 'PASSWORD_SRP'] as const
const every: readonly AuthFactorType[] = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN']

const factorsOf = (bits: number, settings: Partial<PoolSettings> = {}, calledAs = 'nobody', allowed = every) => {
  const pool = poolWith({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: allowed } }, ...settings })
  return firstFactorsOfNobody(pool, { who: Buffer.from([bits]).toString('base64url'), calledAs })
}

test.each([
  { bits: 0b0000_0000, factors: ['WEB_AUTHN', 'EMAIL_OTP', 'SMS_OTP'] },
  { bits: 0b0100_0000, factors: [...passwords, 'WEB_AUTHN', 'EMAIL_OTP', 'SMS_OTP'] },
  { bits: 0b1100_0000, factors: [...passwords, 'EMAIL_OTP', 'SMS_OTP'] },
  { bits: 0b1110_0000, factors: [...passwords, 'SMS_OTP'] },
  { bits: 0b1001_0000, factors: ['EMAIL_OTP'] },
  { bits: 0b1011_0000, factors: passwords },
  { bits: 0b1111_0000, factors: passwords },
])('nobody seems to have $factors, by the digest of the name ($bits)', ({ bits, factors }) => {
  expect(factorsOf(bits)).toEqual(factors)
})

test('a name that is an address has it', () => {
  expect(factorsOf(0b1111_0000, {}, 'nobody@example.com')).toEqual([...passwords, 'EMAIL_OTP'])
  expect(factorsOf(0b1111_0000, {}, '+15555550100')).toEqual([...passwords, 'SMS_OTP'])
})

test('nobody may seem to have a second factor or a temporary password, whatever the name is', () => {
  expect(factorsOf(0b0000_1000, {}, 'nobody@example.com')).toEqual(passwords)
  const WebAuthnConfiguration = { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' } as const
  expect(factorsOf(0b0000_1000, { Mfa: { WebAuthnConfiguration } })).toEqual([...passwords, 'WEB_AUTHN'])
})

test('nobody seems to have nothing that the pool does not allow', () => {
  expect(factorsOf(0, {}, 'nobody', ['PASSWORD'])).toEqual(passwords)
  expect(factorsOf(0, { MfaConfiguration: 'ON' })).toEqual(passwords)
  const WebAuthnConfiguration = { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' } as const
  expect(factorsOf(0, { MfaConfiguration: 'ON', Mfa: { WebAuthnConfiguration } })).toEqual([...passwords, 'WEB_AUTHN'])
  const argon2id = { UserPoolTags: { 'cognate:password-storage': 'argon2id' } }
  expect(factorsOf(0, argon2id, 'nobody', ['PASSWORD'])).toEqual(['PASSWORD'])
})
