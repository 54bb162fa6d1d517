import { expect, test } from 'vitest'
import { equalInConstantTime } from './constant-time.ts'

test.each<[string | Uint8Array, string | Uint8Array, boolean]>([
  ['', '', true],
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'ab', false],
  ['é', Buffer.from('é'), true],
  ['é', 'e', false],
])('%j and %j: %s', (one, other, equal) => {
  expect(equalInConstantTime(one, other)).toBe(equal)
})
