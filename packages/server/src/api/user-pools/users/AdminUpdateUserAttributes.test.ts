import { expect, test } from 'vitest'
import { listOf, peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

type People = Awaited<ReturnType<typeof peopleIn>>

const update = ({ call, UserPoolId }: People, Username: string, attributes: Readonly<Record<string, string>>) =>
  call('AdminUpdateUserAttributes', { UserPoolId, Username, UserAttributes: listOf(attributes) })

const verifyFirst = {
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
} as const

test('an address with its flag counts at once and needs no code', async () => {
  await using people = await peopleIn({ pool: verifyFirst })
  await people.signedUp('ada')
  expect(await update(people, 'ada', { email: 'ada@example.org', email_verified: 'true' })).toEqual({})
  expect(await people.attributesOf('ada')).toMatchObject({ email: 'ada@example.org', email_verified: 'true' })
  expect(await people.inbox('ada@example.org')).toEqual([])
})

test.each([{ email: 'ada@example.org' }, { email: 'ada@example.org', email_verified: 'false' }])(
  'an address without proof waits for its code where it must: %o',
  async (attributes) => {
    await using people = await peopleIn({ pool: verifyFirst })
    await people.signedUp('ada')
    await update(people, 'ada', attributes)
    expect(await people.attributesOf('ada')).toMatchObject({ email: 'ada@example.com', email_verified: 'true' })
    const { AccessToken } = await people.signIn('ada')
    const Code = await people.codeTo('ada@example.org')
    await people.call('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code })
    expect(await people.attributesOf('ada')).toMatchObject({ email: 'ada@example.org', email_verified: 'true' })
  },
)

test('vouching for an address brings its alias into force, unless somebody has it', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['email'] } })
  await people.signedUp('ada', { email: 'shared@example.com' })
  await people.signUp('eve', { email: 'shared@example.com' })
  const { UserPoolId } = people
  await people.call('AdminConfirmSignUp', { UserPoolId, Username: 'eve' })
  expect(await refusedWith(update(people, 'eve', { email_verified: 'true' }))).toBe(
    'AliasExistsException: An account with the given email already exists.',
  )
  await update(people, 'ada', { email_verified: 'false' })
  expect(await refusedWith(people.statusOf('shared@example.com'))).toBe('UserNotFoundException: User does not exist.')
  await update(people, 'eve', { email_verified: 'true' })
  expect(await people.statusOf('shared@example.com')).toBe('CONFIRMED')
})

test('an alias does not come before the user is confirmed', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['email', 'preferred_username'] } })
  await people.signUp('ada')
  await update(people, 'ada', { email_verified: 'true', preferred_username: 'countess' })
  for (const name of ['ada@example.com', 'countess'])
    expect(await refusedWith(people.statusOf(name))).toBe('UserNotFoundException: User does not exist.')
})

test('developer attributes are an administrator’s to change; what is not mutable is nobody’s', async () => {
  const Schema = [
    { Name: 'tier', AttributeDataType: 'String', DeveloperOnlyAttribute: true },
    { Name: 'fixed', AttributeDataType: 'String', Mutable: false },
  ] as const
  await using people = await peopleIn({ pool: { Schema }, client: { WriteAttributes: ['email'] } })
  await people.signedUp('ada')
  await update(people, 'ada', { 'dev:custom:tier': 'gold', name: 'Ada' })
  expect(await people.attributesOf('ada')).toMatchObject({ 'dev:custom:tier': 'gold', name: 'Ada' })
  expect(await refusedWith(update(people, 'ada', { 'custom:fixed': 'x' }))).toBe(
    'InvalidParameterException: Invalid user attributes: user.custom:fixed: Attribute cannot be updated.\n',
  )
})

test('refuses a flag without its address, an address that is none, nobody, and what cannot be sent', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  expect(await refusedWith(update(people, 'ada', { phone_number_verified: 'true' }))).toBe(
    'InvalidParameterException: Missing required parameter phone_number',
  )
  expect(await refusedWith(update(people, 'ada', { email: 'nowhere' }))).toContain('Invalid email address format.')
  expect(await refusedWith(update(people, 'nobody', { name: 'x' }))).toBe('UserNotFoundException: User does not exist.')

  await using silent = await peopleIn({ parts: { mailroom: { carriers: {}, inbox: false } } })
  const { UserPoolId } = silent
  await silent.call('AdminCreateUser', { UserPoolId, Username: 'ada', MessageAction: 'SUPPRESS' })
  expect(await refusedWith(update(silent, 'ada', { email: 'ada@example.com' }))).toContain('InvalidParameterException')
  expect(await silent.attributesOf('ada')).not.toHaveProperty('email')
})
