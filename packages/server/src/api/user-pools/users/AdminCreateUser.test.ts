import type { Operations } from '@cognate/wire/user-pools.ts'
import { expect, test } from 'vitest'
import { brokenRule } from '../../../domain/password-policy.ts'
import { poolWith } from '../../../testing/mail-fixtures.ts'
import { goodPassword } from '../../../testing/good-password.ts'
import { listOf, peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

type People = Awaited<ReturnType<typeof peopleIn>>
type Wishes = Partial<Operations['AdminCreateUser']['input']>

const day = 86_400_000
const email = 'ada@example.com'
const phone_number = '+15555550142'

async function create({ call, UserPoolId }: People, attributes: Readonly<Record<string, string>>, wishes: Wishes = {}) {
  const UserAttributes = listOf(attributes)
  const { User } = await call('AdminCreateUser', { UserPoolId, Username: 'ada', UserAttributes, ...wishes })
  return User
}

test('the new user must exchange the password they were given', async () => {
  await using people = await peopleIn()
  const user = await create(people, { email, email_verified: 'True', name: 'Ada' })
  expect(user).toMatchObject({ Username: 'ada', Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' })
  expect(await people.attributesOf('ada')).toMatchObject({ email, email_verified: 'true', name: 'Ada' })
  const [message] = await people.inbox(email)
  expect(message).toMatchObject({ channel: 'email', source: 'CustomMessage_AdminCreateUser' })
  expect(message?.text).toContain('ada')
  expect(message?.text).toContain(message?.code)
  expect((await people.signIn('ada', message?.code)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
})

test('a password that is made up keeps the policy', async () => {
  const PasswordPolicy = {
    MinimumLength: 20,
    RequireUppercase: true,
    RequireLowercase: true,
    RequireNumbers: true,
    RequireSymbols: true,
  }
  await using people = await peopleIn({ pool: { Policies: { PasswordPolicy } } })
  await create(people, { email })
  const password = (await people.inbox(email))[0]?.code ?? ''
  expect(brokenRule(password, poolWith({ Policies: { PasswordPolicy } }))).toBeUndefined()
})

test('a password that is given is the one, if the policy allows it', async () => {
  await using people = await peopleIn()
  expect(await refusedWith(create(people, { email }, { TemporaryPassword: 'simple-password' }))).toBe(
    'InvalidPasswordException: Password did not conform with policy: Password must have uppercase characters',
  )
  await create(people, { email }, { TemporaryPassword: goodPassword })
  expect((await people.signIn('ada')).ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
})

test.each([
  ['mail where there is no number', { email }, {}, ['email']],
  ['an SMS where nothing is said', { email, phone_number }, {}, ['sms']],
  ['mail where it is said', { email, phone_number }, { DesiredDeliveryMediums: ['EMAIL'] }, ['email']],
  ['both where both are said', { email, phone_number }, { DesiredDeliveryMediums: ['SMS', 'EMAIL'] }, ['email', 'sms']],
  ['one where one is said twice', { email }, { DesiredDeliveryMediums: ['EMAIL', 'EMAIL'] }, ['email']],
  ['nothing where there is no address', {}, {}, []],
] as const)('the invitation is %s', async (_, attributes, wishes, channels) => {
  await using people = await peopleIn()
  await create(people, { ...attributes }, wishes)
  const sent = [...(await people.inbox(email)), ...(await people.inbox(phone_number))]
  expect(sent.map(({ channel }) => channel)).toEqual(channels)
})

test('a medium that is asked for needs its address, and a way to send', async () => {
  await using people = await peopleIn()
  expect(await refusedWith(create(people, { email }, { DesiredDeliveryMediums: ['SMS'] }))).toContain(
    'InvalidParameterException: Missing required parameter phone_number',
  )
  await using silent = await peopleIn({ parts: { mailroom: { carriers: {}, inbox: false } } })
  expect(await refusedWith(create(silent, { phone_number }))).toContain('CodeDeliveryFailureException')
  expect(await refusedWith(silent.statusOf('ada'))).toBe('UserNotFoundException: User does not exist.')
})

test('nobody is told where that is asked for', async () => {
  await using people = await peopleIn()
  await create(people, { email }, { MessageAction: 'SUPPRESS' })
  expect(await people.inbox(email)).toEqual([])
})

test('inviting again gives a new password with its whole time', async () => {
  await using people = await peopleIn()
  const { UserPoolId } = people
  await create(people, { email })
  const first = (await people.inbox(email))[0]?.code
  people.clock.advance(7 * day)
  expect(await refusedWith(people.signIn('ada', first))).toBe(
    'NotAuthorizedException: Temporary password has expired and must be reset by an administrator.',
  )
  const again = { UserPoolId, Username: 'ada', MessageAction: 'RESEND', DesiredDeliveryMediums: ['EMAIL'] } as const
  const { User } = await people.call('AdminCreateUser', again)
  expect(User).toMatchObject({ Username: 'ada', UserStatus: 'FORCE_CHANGE_PASSWORD' })
  const second = (await people.inbox(email))[0]?.code
  expect(await refusedWith(people.signIn('ada', first))).toBe('NotAuthorizedException: Incorrect username or password.')
  people.clock.advance(7 * day - 10)
  expect((await people.signIn('ada', second)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
})

test('the time of a temporary password is the pool’s', async () => {
  const AdminCreateUserConfig = { UnusedAccountValidityDays: 2 }
  await using people = await peopleIn({ pool: { AdminCreateUserConfig } })
  await create(people, { email })
  const password = (await people.inbox(email))[0]?.code
  people.clock.advance(2 * day)
  expect(await refusedWith(people.signIn('ada', password))).toContain('Temporary password has expired')
})

test('only who is waited for is invited again', async () => {
  await using people = await peopleIn()
  const { UserPoolId } = people
  const again = (Username: string) => people.call('AdminCreateUser', { UserPoolId, Username, MessageAction: 'RESEND' })
  expect(await refusedWith(again('nobody'))).toBe('UserNotFoundException: User does not exist.')
  await people.signedUp('grace')
  expect(await refusedWith(again('grace'))).toBe(
    'UnsupportedUserStateException: Resend not possible. grace status is not FORCE_CHANGE_PASSWORD',
  )
})

test('a name is taken once', async () => {
  await using people = await peopleIn()
  await create(people, {})
  expect(await refusedWith(create(people, {}))).toBe('UsernameExistsException: User account already exists')
})

test('an alias is refused while somebody has it, and moved by force', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['email', 'phone_number'] } })
  const { UserPoolId } = people
  await people.signedUp('grace', { email, phone_number })
  const flags = { email_verified: 'true', phone_number_verified: 'true' }
  await people.call('AdminUpdateUserAttributes', { UserPoolId, Username: 'grace', UserAttributes: listOf(flags) })
  const quietly = { MessageAction: 'SUPPRESS' } as const
  expect(await refusedWith(create(people, { email, ...flags, phone_number }, quietly))).toBe(
    'UsernameExistsException: An account with the given email already exists.',
  )
  await create(people, { email, phone_number, ...flags }, { ...quietly, ForceAliasCreation: true })
  for (const name of [email, phone_number])
    expect((await people.call('AdminGetUser', { UserPoolId, Username: name })).Username).toBe('ada')
  expect(await people.attributesOf('grace')).toMatchObject({ email_verified: 'false', phone_number_verified: 'false' })
})

test('an address that is not verified takes no alias, by force or not', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['email'] } })
  await people.signedUp('grace', { email })
  await create(people, { email }, { ForceAliasCreation: true, MessageAction: 'SUPPRESS' })
  const { Username } = await people.call('AdminGetUser', { UserPoolId: people.UserPoolId, Username: email })
  expect(Username).toBe('grace')
})

test('required attributes may be left to the user, who is asked for them', async () => {
  await using people = await peopleIn({ pool: { Schema: [{ Name: 'name', Required: true }] } })
  await create(people, { email }, { TemporaryPassword: goodPassword })
  const { ChallengeParameters } = await people.signIn('ada')
  expect(JSON.parse(ChallengeParameters?.['requiredAttributes'] ?? '')).toEqual(['userAttributes.name'])
})

test('developer attributes are an administrator’s to set and a client’s not to see', async () => {
  const Schema = [{ Name: 'tier', AttributeDataType: 'String', DeveloperOnlyAttribute: true }] as const
  await using people = await peopleIn({ pool: { Schema } })
  await create(people, { 'dev:custom:tier': 'gold' }, { MessageAction: 'SUPPRESS' })
  await people.call('AdminSetUserPassword', {
    UserPoolId: people.UserPoolId,
    Username: 'ada',
    Password: goodPassword,
    Permanent: true,
  })
  expect(await people.attributesOf('ada')).toHaveProperty('dev:custom:tier', 'gold')
  const { AccessToken } = await people.signIn('ada')
  const { UserAttributes } = await people.call('GetUser', { AccessToken })
  expect(UserAttributes.map(({ Name }) => Name)).toEqual(['sub'])
})

test('an address is verified only where there is one', async () => {
  await using people = await peopleIn()
  expect(await refusedWith(create(people, { email_verified: 'true' }))).toBe(
    'InvalidParameterException: Missing required parameter email',
  )
})

test('where people sign in with their e-mail, the username is made up and the invitation names the e-mail', async () => {
  await using people = await peopleIn({ pool: { UsernameAttributes: ['email'] } })
  const user = await create(people, {}, { Username: email })
  expect(user?.Username).toMatch(/^[0-9a-f-]{36}$/)
  const [message] = await people.inbox(email)
  expect(message?.text).toContain(email)
  expect((await people.signIn(email, message?.code)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  expect(await refusedWith(create(people, {}, { Username: email }))).toBe(
    'UsernameExistsException: An account with the given email already exists.',
  )
})

test('refuses where a function would have taken part', async () => {
  const arn = 'arn:aws:lambda:us-east-1:000000000000:function:check'
  await using checked = await peopleIn({ pool: { LambdaConfig: { PreSignUp: arn } } })
  expect(await refusedWith(create(checked, { email }))).toContain('UnexpectedLambdaException: PreSignUp')
  await using written = await peopleIn({ pool: { LambdaConfig: { CustomMessage: arn } } })
  expect(await refusedWith(create(written, { email }))).toContain('UnexpectedLambdaException: CustomMessage')
})

test('data for functions is taken and goes nowhere', async () => {
  await using people = await peopleIn()
  const ValidationData = [{ Name: 'ticket', Value: 'secret-ticket' }]
  await create(people, { email }, { ValidationData, ClientMetadata: { ticket: 'secret-ticket' } })
  expect(JSON.stringify(await people.attributesOf('ada'))).not.toContain('secret-ticket')
})

test('a blank password is none, whether one is made or made anew', async () => {
  await using people = await peopleIn()
  await create(people, { email }, { TemporaryPassword: '' })
  const first = (await people.inbox(email))[0]?.code
  expect((await people.signIn('ada', first)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  const again = { MessageAction: 'RESEND', DesiredDeliveryMediums: ['EMAIL'], TemporaryPassword: '' } as const
  await people.call('AdminCreateUser', { UserPoolId: people.UserPoolId, Username: 'ada', ...again })
  const second = (await people.inbox(email))[0]?.code
  expect(second).not.toBe(first)
  expect((await people.signIn('ada', second)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
})
