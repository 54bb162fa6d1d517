import { expect, test } from 'vitest'
import { poolWith } from '../testing/mail-fixtures.ts'
import { brokenRule } from './password-policy.ts'

const strict = poolWith()

test.each('^$*.[]{}()?"!@#%&/\\,><\':;|_~`=+-'.split(''))('%s is a symbol', (symbol) => {
  expect(brokenRule(`Abcdefg1${symbol}`, strict)).toBeUndefined()
})

test.each(['Abcdefg1', 'Abcdefg1 ', ' Abcdefg1', 'Abcdefg1é', 'Abcdefg1€'])('%j holds no symbol', (password) => {
  expect(brokenRule(password, strict)).toBe('Password must have symbol characters')
})

test('a letter of another alphabet is neither upper nor lower case', () => {
  expect(brokenRule('ÀBCDEFG1!', strict)).toBe('Password must have lowercase characters')
  expect(brokenRule('àbcdefg1!', strict)).toBe('Password must have uppercase characters')
})

test('one reason is given at a time, the length first', () => {
  expect(brokenRule('', strict)).toBe('Password not long enough')
  expect(brokenRule('aaaaaaaa', strict)).toBe('Password must have uppercase characters')
})

test('the length is the policy’s', () => {
  const pool = poolWith({ Policies: { PasswordPolicy: { MinimumLength: 10 } } })
  expect(brokenRule('a'.repeat(9), pool)).toBe('Password not long enough')
  expect(brokenRule('a'.repeat(10), pool)).toBeUndefined()
})
