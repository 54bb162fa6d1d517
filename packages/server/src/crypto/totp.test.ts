import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { systemRandom } from '../ambient/random.ts'
import { newTotpSecret, totpStep } from './totp.ts'

const rfcSecret = Secret.fromLatin1('12345678901234567890').base32

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('at second %i the code of RFC 6238 is %s', (seconds, code) => {
  expect(totpStep(rfcSecret, code, seconds * 1000)).toBe(Math.floor(seconds / 30))
})

test('a code is good one step early and one step late, and says which step it is of', () => {
  const at = (seconds: number) => totpStep(rfcSecret, '081804', seconds * 1000)
  const step = Math.floor(1_111_111_109 / 30)
  expect([at(1_111_111_109 - 30), at(1_111_111_109 + 30)]).toEqual([step, step])
  expect([at(1_111_111_109 - 60), at(1_111_111_109 + 60)]).toEqual([undefined, undefined])
})

test.each(['', '08180', '0818040', 'abcdef', '08180４', ' 81804'])('%j is no code', (code) => {
  expect(totpStep(rfcSecret, code, 1_111_111_109_000)).toBeUndefined()
})

test('each key is new, and 52 characters of base32', () => {
  const secrets = [newTotpSecret(systemRandom), newTotpSecret(systemRandom)]
  expect(new Set(secrets).size).toBe(2)
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{52}$/)
})
