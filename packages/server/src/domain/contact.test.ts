import { expect, test } from 'vitest'
import { isEmail, isPhoneNumber, maskContact } from './contact.ts'

test.each(['ada@example.com', 'a+b@example.co.uk', 'ada@localhost', 'jösé@example.com', '"ada"@example.com'])(
  '%s is an e-mail address',
  (value) => {
    expect(isEmail(value)).toBe(true)
  },
)

test.each([
  'ada',
  'ada@',
  '@example.com',
  'a b@example.com',
  'a@b@c.com',
  'a@example.com\r\nBcc: b',
  `${'a'.repeat(65)}@x.com`,
])('%j is no e-mail address', (value) => {
  expect(isEmail(value)).toBe(false)
})

test.each(['+15555550142', '+4930123456', '+819012345678'])('%s is a phone number', (value) => {
  expect(isPhoneNumber(value)).toBe(true)
})

test.each(['15555550142', '+0555', '+1 555 555 0142', '+1-555-555-0142', '+', '+1555555014212345', '+15555550142\n'])(
  '%j is no phone number',
  (value) => {
    expect(isPhoneNumber(value)).toBe(false)
  },
)

test('a masked address shows what is needed to recognise it', () => {
  expect(maskContact('email', 'ada@example.com')).toBe('a***@e***')
  expect(maskContact('phone_number', '+15555550142')).toBe('+*******0142')
})
