import { expect, test } from 'vitest'
import { listOf, peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

type People = Awaited<ReturnType<typeof peopleIn>>

const update = ({ call }: People, AccessToken: string, attributes: Readonly<Record<string, string>>) =>
  call('UpdateUserAttributes', { AccessToken, UserAttributes: listOf(attributes) })
const verify = ({ call }: People, AccessToken: string, Code: string, AttributeName = 'email') =>
  call('VerifyUserAttribute', { AccessToken, AttributeName, Code })

const verifyFirst = {
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
} as const
const toBoth = { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' }
const expired = 'ExpiredCodeException: Invalid code provided, please request a code again.'
const unwritable = 'NotAuthorizedException: A client attempted to write unauthorized attribute'

async function ada(people: People, attributes?: Readonly<Record<string, string>>) {
  await people.signedUp('ada', attributes)
  return (await people.signIn('ada')).AccessToken
}

test('changes what is named, leaves the rest, and tells of no code where none was sent', async () => {
  await using people = await peopleIn()
  const token = await ada(people)
  expect(await update(people, token, { name: 'Ada', nickname: 'A' })).toEqual({ CodeDeliveryDetailsList: [] })
  await update(people, token, { nickname: 'Countess' })
  expect(await people.attributesOf('ada')).toMatchObject({ name: 'Ada', nickname: 'Countess', email_verified: 'true' })
})

test('a blank value removes an attribute, and with an address its flag', async () => {
  await using people = await peopleIn()
  const token = await ada(people)
  await update(people, token, { name: 'Ada' })
  await update(people, token, { name: '', email: '' })
  expect(Object.keys(await people.attributesOf('ada'))).toEqual(['sub'])
})

test('an empty list changes nothing', async () => {
  await using people = await peopleIn()
  const token = await ada(people)
  const { UserPoolId } = people
  const before = await people.call('AdminGetUser', { UserPoolId, Username: 'ada' })
  people.clock.advance(1000)
  await update(people, token, {})
  expect(await people.call('AdminGetUser', { UserPoolId, Username: 'ada' })).toEqual(before)
})

test('a new address counts at once, is not verified, and its code comes', async () => {
  await using people = await peopleIn()
  const token = await ada(people)
  expect(await update(people, token, { email: 'ada@example.org' })).toEqual({ CodeDeliveryDetailsList: [toBoth] })
  expect(await people.attributesOf('ada')).toMatchObject({ email: 'ada@example.org', email_verified: 'false' })
  expect((await people.inbox('ada@example.org'))[0]?.source).toBe('CustomMessage_UpdateUserAttribute')
  expect(await verify(people, token, await people.codeTo('ada@example.org'))).toEqual({})
  expect(await people.attributesOf('ada')).toMatchObject({ email: 'ada@example.org', email_verified: 'true' })
})

test('an address that is not new stays verified, and no code comes', async () => {
  await using people = await peopleIn()
  const token = await ada(people)
  expect(await update(people, token, { email: 'ada@example.com' })).toEqual({ CodeDeliveryDetailsList: [] })
  expect(await people.attributesOf('ada')).toMatchObject({ email_verified: 'true' })
})

test('where an address is not verified automatically no code comes', async () => {
  await using people = await peopleIn()
  const token = await ada(people)
  expect(await update(people, token, { phone_number: '+15555550142' })).toEqual({ CodeDeliveryDetailsList: [] })
  expect(await people.attributesOf('ada')).toMatchObject({ phone_number_verified: 'false' })
})

test('a code that went to one address does not verify the next', async () => {
  await using people = await peopleIn()
  const token = await ada(people)
  await update(people, token, { email: 'ada@example.org' })
  const code = await people.codeTo('ada@example.org')
  await people.call('AdminUpdateUserAttributes', {
    UserPoolId: people.UserPoolId,
    Username: 'ada',
    UserAttributes: listOf({ email: 'ada@example.net' }),
  })
  expect(await refusedWith(verify(people, token, code))).not.toBe('not refused')
  await update(people, token, { email: '' })
  expect(await refusedWith(verify(people, token, await people.codeTo('ada@example.net')))).toBe(expired)
})

test('an address that must be verified first waits, and the old one stays in use', async () => {
  await using people = await peopleIn({ pool: { ...verifyFirst, UsernameAttributes: ['email'] } })
  await people.signedUp('ada@example.com', { email: 'ada@example.com' })
  const { AccessToken: token } = await people.signIn('ada@example.com')
  expect(await update(people, token, { email: 'ada@example.org' })).toEqual({ CodeDeliveryDetailsList: [toBoth] })
  expect(await people.attributesOf('ada@example.com')).toMatchObject({
    email: 'ada@example.com',
    email_verified: 'true',
  })
  expect(await refusedWith(people.signIn('ada@example.org'))).toBe('UserNotFoundException: User does not exist.')
  await people.call('ForgotPassword', { ClientId: people.ClientId, Username: 'ada@example.com' })
  expect((await people.inbox('ada@example.com'))[0]?.source).toBe('CustomMessage_ForgotPassword')

  await verify(people, token, await people.codeTo('ada@example.org'))
  expect((await people.signIn('ada@example.org')).AccessToken).not.toBe('')
  expect(await refusedWith(people.signIn('ada@example.com'))).toBe('UserNotFoundException: User does not exist.')
  expect(await people.attributesOf('ada@example.org')).toMatchObject({
    email: 'ada@example.org',
    email_verified: 'true',
  })
})

test('going back to the old address forgets the one that waits', async () => {
  await using people = await peopleIn({ pool: verifyFirst })
  const token = await ada(people)
  await update(people, token, { email: 'ada@example.org' })
  const code = await people.codeTo('ada@example.org')
  await update(people, token, { email: 'ada@example.com' })
  expect(await refusedWith(verify(people, token, code))).toBe(expired)
  expect(await people.attributesOf('ada')).toMatchObject({ email: 'ada@example.com', email_verified: 'true' })
})

test('changing the login address changes the login, unless somebody has it', async () => {
  await using people = await peopleIn({ pool: { UsernameAttributes: ['email'] } })
  await people.signedUp('ada@example.com', { email: 'ada@example.com' })
  await people.signedUp('eve@example.com', { email: 'eve@example.com' })
  const { AccessToken: token } = await people.signIn('ada@example.com')
  expect(await refusedWith(update(people, token, { email: 'eve@example.com' }))).toBe(
    'AliasExistsException: An account with the given email already exists.',
  )
  await update(people, token, { email: 'ada@example.org' })
  expect((await people.signIn('ada@example.org')).AccessToken).not.toBe('')
  expect((await people.signUp('ada@example.com', {})).UserConfirmed).toBe(false)
})

test('the address somebody signs in with cannot be removed', async () => {
  await using people = await peopleIn({ pool: { UsernameAttributes: ['email', 'phone_number'] } })
  await people.signedUp('ada@example.com', { email: 'ada@example.com', phone_number: '+15555550142' })
  const { AccessToken: token } = await people.signIn('ada@example.com')
  expect(await refusedWith(update(people, token, { email: '' }))).toBe(
    'InvalidParameterException: Attribute email cannot be deleted, since the user signs in with it.',
  )
  await update(people, token, { phone_number: '' })
})

test('an alias goes when its address changes, and a preferred username comes unless it is taken', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['email', 'preferred_username'] } })
  const token = await ada(people)
  await people.signedUp('eve', { email: 'eve@example.com', preferred_username: 'queen' })
  await update(people, token, { email: 'ada@example.org', preferred_username: 'countess' })
  expect(await people.statusOf('countess')).toBe('CONFIRMED')
  for (const name of ['ada@example.com', 'ada@example.org'])
    expect(await refusedWith(people.statusOf(name))).toBe('UserNotFoundException: User does not exist.')
  expect(await refusedWith(update(people, token, { preferred_username: 'queen' }))).toBe(
    'AliasExistsException: An account with the given preferred_username already exists.',
  )
})

test.each([
  ['not in the schema', { 'custom:none': 'x' }, 'user.custom:none: Attribute does not exist in the schema.'],
  ['not mutable', { 'custom:fixed': 'x' }, 'user.custom:fixed: Attribute cannot be updated.'],
  ['the sub', { sub: 'x' }, 'user.sub: Attribute cannot be updated.'],
  ['of the identity providers', { identities: '[]' }, 'user.identities: Attribute does not exist in the schema.'],
  ['required and made blank', { email: '' }, 'user.email: The attribute is required'],
  ['no number', { 'custom:age': 'old' }, 'user.custom:age: Invalid number value.'],
  ['too big', { 'custom:age': '200' }, 'user.custom:age: Number must be at most 150.'],
])('refuses what is %s', async (_, attributes, fault) => {
  const Schema = [
    { Name: 'email', Required: true },
    { Name: 'fixed', AttributeDataType: 'String', Mutable: false },
    { Name: 'age', AttributeDataType: 'Number', NumberAttributeConstraints: { MinValue: '0', MaxValue: '150' } },
  ] as const
  await using people = await peopleIn({ pool: { Schema } })
  const token = await ada(people)
  expect(await refusedWith(update(people, token, attributes))).toBe(
    `InvalidParameterException: Invalid user attributes: ${fault}\n`,
  )
})

test('a client writes what it may; flags and developer attributes never', async () => {
  const Schema = [{ Name: 'tier', AttributeDataType: 'String', DeveloperOnlyAttribute: true }] as const
  await using people = await peopleIn({ pool: { Schema }, client: { WriteAttributes: ['email', 'name'] } })
  const token = await ada(people)
  for (const attributes of [{ nickname: 'A' }, { email_verified: 'true' }, { 'dev:custom:tier': 'gold' }])
    expect(await refusedWith(update(people, token, attributes))).toBe(unwritable)
  await update(people, token, { name: 'Ada' })
})

test('a client reads what it may', async () => {
  await using people = await peopleIn({ client: { ReadAttributes: ['name'] } })
  const AccessToken = await ada(people)
  await update(people, AccessToken, { name: 'Ada' })
  const { UserAttributes } = await people.call('GetUser', { AccessToken })
  expect(UserAttributes.map(({ Name }) => Name)).toEqual(['sub', 'name'])
})

test('updates at once lose nothing', async () => {
  await using people = await peopleIn()
  const token = await ada(people)
  const changes = { name: 'Ada', nickname: 'A', given_name: 'Augusta', family_name: 'King', gender: 'f' }
  await Promise.all(Object.entries(changes).map(([name, value]) => update(people, token, { [name]: value })))
  expect(await people.attributesOf('ada')).toMatchObject(changes)
})

test('without a way to send the code nothing changes', async () => {
  await using people = await peopleIn({ pool: { AutoVerifiedAttributes: [] }, parts: silent })
  const { UserPoolId } = people
  await people.signUp('ada')
  await people.call('AdminConfirmSignUp', { UserPoolId, Username: 'ada' })
  const { AccessToken: token } = await people.signIn('ada')
  await people.call('UpdateUserPool', { UserPoolId, AutoVerifiedAttributes: ['email'] })
  expect(await refusedWith(update(people, token, { email: 'ada@example.org' }))).toContain(
    'CodeDeliveryFailureException',
  )
  expect(await people.attributesOf('ada')).toMatchObject({ email: 'ada@example.com' })
})

const silent = { mailroom: { carriers: {}, inbox: false } }

test('refuses where a function would have written the message', async () => {
  const CustomMessage = 'arn:aws:lambda:us-east-1:000000000000:function:write'
  await using people = await peopleIn()
  const token = await ada(people)
  const { UserPoolId } = people
  const AutoVerifiedAttributes = ['email'] as const
  await people.call('UpdateUserPool', { UserPoolId, AutoVerifiedAttributes, LambdaConfig: { CustomMessage } })
  expect(await refusedWith(update(people, token, { email: 'ada@example.org' }))).toContain(
    'UnexpectedLambdaException: CustomMessage',
  )
  await update(people, token, { name: 'Ada' })
})

test('an attribute of the pool’s own may be called verified, and is the user’s to write as they like', async () => {
  const Schema = [{ Name: 'kyc_verified', AttributeDataType: 'String', Mutable: true }] as const
  await using people = await peopleIn({ pool: { Schema } })
  const token = await ada(people)
  await update(people, token, { 'custom:kyc_verified': 'True' })
  expect(await people.attributesOf('ada')).toMatchObject({ 'custom:kyc_verified': 'True' })
  await expect(update(people, token, { email_verified: 'true' })).rejects.toThrow('unauthorized attribute')
})
