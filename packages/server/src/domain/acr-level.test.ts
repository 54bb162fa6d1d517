import { expect, test } from 'vitest'
import { acrLevelOf, acrName } from './acr-level.ts'

// cognito-user-pools-step-up-authentication.html, "ACR levels and satisfying factor combinations" [D], unless said.
test.each([
  { methods: ['pwd'], level: 1 },
  { methods: ['sms'], level: 2 },
  { methods: ['email_otp'], level: 2 },
  { methods: ['swk'], level: 3 },
  { methods: ['hwk'], level: 3 },
  { methods: ['pwd', 'sms', 'mfa'], level: 3 },
  { methods: ['email_otp', 'pwd', 'mfa'], level: 3 },
  { methods: ['pwd', 'otp', 'mfa'], level: 4 },
  { methods: ['pwd', 'otp', 'sms', 'mfa'], level: 4 },
  // An authenticator app alone, or what a provider vouches for, satisfies none.
  { methods: ['otp'], level: undefined },
  { methods: ['fed'], level: undefined },
  { methods: [], level: undefined },
] as const)('$methods satisfy level $level', ({ methods, level }) => {
  expect(acrLevelOf(methods)).toBe(level)
})

test('a level goes by the name that the pool gives it, or by its own', () => {
  const AcrConfiguration = { Level2: { AcrValue: 'urn:mine:2' } }
  expect(acrName({ PoolName: 'people', AcrConfiguration }, 2)).toBe('urn:mine:2')
  expect(acrName({ PoolName: 'people', AcrConfiguration }, 3)).toBe('urn:cognito:loa:3')
  expect(acrName({ PoolName: 'people' }, 4)).toBe('urn:cognito:loa:4')
})
