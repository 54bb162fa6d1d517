import { expect, test } from 'vitest'
import { peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

type People = Awaited<ReturnType<typeof peopleIn>>

const ask = ({ call }: People, AccessToken: string, AttributeName = 'email') =>
  call('GetUserAttributeVerificationCode', { AccessToken, AttributeName })
const verify = ({ call }: People, AccessToken: string, Code: string, AttributeName = 'email') =>
  call('VerifyUserAttribute', { AccessToken, AttributeName, Code })

const mismatch = 'CodeMismatchException: Invalid verification code provided, please try again.'
const expired = 'ExpiredCodeException: Invalid code provided, please request a code again.'
const tooMany = 'LimitExceededException: Attempt limit exceeded, please try after some time.'

/** Somebody whom an administrator vouched for: signed in, with an address that is not verified. */
async function vouchedFor(people: People, Username: string, email = `${Username}@example.com`) {
  await people.signUp(Username, { email })
  await people.call('AdminConfirmSignUp', { UserPoolId: people.UserPoolId, Username })
  return (await people.signIn(Username)).AccessToken
}

test('a code that is asked for verifies the address, once', async () => {
  await using people = await peopleIn()
  const token = await vouchedFor(people, 'ada')
  expect(await ask(people, token)).toEqual({
    CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' },
  })
  const [message] = await people.inbox('ada@example.com')
  expect(message?.source).toBe('CustomMessage_VerifyUserAttribute')
  await verify(people, token, message?.code ?? '')
  expect(await people.attributesOf('ada')).toMatchObject({ email_verified: 'true' })
  expect(await refusedWith(verify(people, token, message?.code ?? ''))).toBe(expired)
})

test('while an address waits to be verified, another code goes to it and not to the old one', async () => {
  const UserAttributeUpdateSettings = { AttributesRequireVerificationBeforeUpdate: ['email'] } as const
  await using people = await peopleIn({ pool: { UserAttributeUpdateSettings } })
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  const UserAttributes = [{ Name: 'email', Value: 'ada@example.org' }]
  await people.call('UpdateUserAttributes', { AccessToken, UserAttributes })
  await ask(people, AccessToken)
  expect(await people.inbox('ada@example.com')).toHaveLength(1)
  await verify(people, AccessToken, await people.codeTo('ada@example.org'))
  expect(await people.attributesOf('ada')).toMatchObject({ email: 'ada@example.org', email_verified: 'true' })
})

test('a code is good for a day', async () => {
  await using people = await peopleIn({ client: { AccessTokenValidity: 24 } })
  await vouchedFor(people, 'ada')
  people.clock.advance(3_600_000)
  const { AccessToken: early } = await people.signIn('ada')
  await ask(people, early)
  const code = await people.codeTo('ada@example.com')
  people.clock.advance(23 * 3_600_000)
  const { AccessToken: late } = await people.signIn('ada')
  people.clock.advance(3_600_000)
  expect(await refusedWith(verify(people, late, code))).toBe(expired)
})

test('five codes an hour, and fifteen tries', async () => {
  await using people = await peopleIn()
  const token = await vouchedFor(people, 'ada')
  for (let time = 0; time < 5; time++) await ask(people, token)
  expect(await refusedWith(ask(people, token))).toBe(tooMany)
  const code = await people.codeTo('ada@example.com')
  const tries = await Promise.all(Array.from({ length: 17 }, () => refusedWith(verify(people, token, 'no-code'))))
  expect(tries.filter((refusal) => refusal === mismatch)).toHaveLength(15)
  expect(await refusedWith(verify(people, token, code))).toBe(tooMany)
})

test('the same code at once twice verifies once', async () => {
  await using people = await peopleIn()
  const token = await vouchedFor(people, 'ada')
  await ask(people, token)
  const code = await people.codeTo('ada@example.com')
  const both = await Promise.all([1, 2].map(() => refusedWith(verify(people, token, code))))
  expect(both.toSorted()).toEqual([expired, 'not refused'])
})

test('one attribute’s code is worth nothing for the other', async () => {
  await using people = await peopleIn()
  const token = await vouchedFor(people, 'ada')
  await ask(people, token)
  const code = await people.codeTo('ada@example.com')
  expect(await refusedWith(verify(people, token, code, 'phone_number'))).toBe(expired)
})

test('verifying takes an alias silently from whoever had it', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['email'] } })
  await people.signedUp('ada', { email: 'shared@example.com' })
  const token = await vouchedFor(people, 'eve', 'shared@example.com')
  await ask(people, token)
  await verify(people, token, await people.codeTo('shared@example.com'))
  const { UserPoolId } = people
  expect((await people.call('AdminGetUser', { UserPoolId, Username: 'shared@example.com' })).Username).toBe('eve')
  expect(await people.attributesOf('ada')).toMatchObject({ email_verified: 'false' })
  expect((await people.signIn('ada')).AccessToken).not.toBe('')
})

test('a login that somebody took meanwhile is not taken back by verifying', async () => {
  const UserAttributeUpdateSettings = { AttributesRequireVerificationBeforeUpdate: ['email'] } as const
  await using people = await peopleIn({ pool: { UsernameAttributes: ['email'], UserAttributeUpdateSettings } })
  await people.signedUp('ada@example.com', { email: 'ada@example.com' })
  const { AccessToken } = await people.signIn('ada@example.com')
  const UserAttributes = [{ Name: 'email', Value: 'new@example.com' }]
  await people.call('UpdateUserAttributes', { AccessToken, UserAttributes })
  const code = await people.codeTo('new@example.com')
  await people.signUp('new@example.com', {})
  expect(await refusedWith(verify(people, AccessToken, code))).toBe(
    'AliasExistsException: An account with the given email already exists.',
  )
})

test('refuses what cannot be verified, and an address that is not there', async () => {
  await using people = await peopleIn()
  const token = await vouchedFor(people, 'ada')
  for (const call of [ask(people, token, 'name'), verify(people, token, '123456', 'name')])
    expect(await refusedWith(call)).toBe('InvalidParameterException: Attribute name cannot be verified by a code.')
  expect(await refusedWith(ask(people, token, 'phone_number'))).toBe(
    'InvalidParameterException: User does not have phone_number attribute.',
  )
})

test('refuses where a function would have written the message, and where no mail can be sent', async () => {
  await using people = await peopleIn()
  const token = await vouchedFor(people, 'ada')
  const CustomMessage = 'arn:aws:lambda:us-east-1:000000000000:function:write'
  await people.call('UpdateUserPool', { UserPoolId: people.UserPoolId, LambdaConfig: { CustomMessage } })
  expect(await refusedWith(ask(people, token))).toContain('UnexpectedLambdaException: CustomMessage')

  const parts = { mailroom: { carriers: {}, inbox: false } }
  await using silent = await peopleIn({ parts, pool: { AutoVerifiedAttributes: [] } })
  expect(await refusedWith(ask(silent, await vouchedFor(silent, 'ada')))).toContain('CodeDeliveryFailureException')
})
