import { expect, test } from 'vitest'
import { poolWith, userWith } from '../testing/mail-fixtures.ts'
import { attributeUpdate } from './attribute-update.ts'

const before = { email: 'a@example.com', email_verified: 'true', name: 'Ada' }
const ada = userWith('ada', before)
const verifying = poolWith({ AutoVerifiedAttributes: ['email'] })
const waiting = poolWith({
  AutoVerifiedAttributes: ['email'],
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
})

test('what is not mentioned stays', () => {
  expect(attributeUpdate(ada, { name: 'Augusta' }, verifying)).toEqual({
    attributes: { ...before, name: 'Augusta' },
    pendingAttributes: {},
    unproven: [],
  })
})

test('a new address is to be proved', () => {
  expect(attributeUpdate(ada, { email: 'b@example.com' }, verifying)).toEqual({
    attributes: { ...before, email: 'b@example.com', email_verified: 'false' },
    pendingAttributes: {},
    unproven: ['email'],
  })
})

test('a new address that must be proved first waits, and its flag does not touch the old one', () => {
  const change = { email: 'b@example.com', email_verified: 'false', name: '' }
  expect(attributeUpdate(ada, change, waiting)).toEqual({
    attributes: { email: 'a@example.com', email_verified: 'true' },
    pendingAttributes: { email: 'b@example.com' },
    unproven: ['email'],
  })
})

test.each([
  ['vouched for', { email: 'b@example.com', email_verified: 'true' }],
  ['removed', { email: '' }],
  ['set back', { email: 'a@example.com' }],
])('an address that is %s needs no proof, and forgets one that waits', (_, change) => {
  const user = { ...ada, pendingAttributes: { email: 'c@example.com' } }
  expect(attributeUpdate(user, change, waiting)).toMatchObject({
    pendingAttributes: {},
    unproven: [],
  })
})

test('a pool that verifies nothing asks for no proof', () => {
  expect(attributeUpdate(ada, { phone_number: '+15555550142' }, verifying)).toMatchObject({
    attributes: { phone_number: '+15555550142', phone_number_verified: 'false' },
    unproven: [],
  })
})
