import { expect, test } from 'vitest'
import { commonPasswords } from './common-passwords.ts'

test.each([
  ['123456', true],
  ['Password', true],
  ['QWERTYUIOP', true],
  ['Correct-horse-1', false],
  ['', false],
])('whether everybody chooses %j: %s', async (password, common) => {
  expect(await commonPasswords().contains(password)).toBe(common)
})
