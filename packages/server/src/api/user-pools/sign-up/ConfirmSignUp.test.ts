import { expect, test } from 'vitest'
import { goodPassword } from '../../../testing/good-password.ts'
import { mfaScene, outcomeOf, softwareTokenMfa } from '../../../testing/mfa-scene.ts'
import { listOf, peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

const hour = 3_600_000
const mismatch = 'CodeMismatchException: Invalid verification code provided, please try again.'
const expired = 'ExpiredCodeException: Invalid code provided, please request a code again.'
const tooMany = 'LimitExceededException: Attempt limit exceeded, please try after some time.'
const taken = 'AliasExistsException: An account with the given email already exists.'

type People = Awaited<ReturnType<typeof peopleIn>>

const confirm = ({ call, ClientId }: People, Username: string, ConfirmationCode: string, ForceAliasCreation = false) =>
  call('ConfirmSignUp', { ClientId, Username, ConfirmationCode, ForceAliasCreation })

const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

test('the right code confirms the user and verifies the address it went to', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  expect(await people.statusOf('ada')).toBe('CONFIRMED')
  expect(await people.attributesOf('ada')).toMatchObject({ email_verified: 'true' })
  expect((await people.signIn('ada')).AccessToken).not.toBe('')
})

test('a wrong code leaves the right one good; once it is used the user says what they are', async () => {
  await using people = await peopleIn()
  await people.signUp('ada')
  const code = await people.codeTo('ada@example.com')
  expect(await refusedWith(confirm(people, 'ada', wrong(code)))).toBe(mismatch)
  await confirm(people, 'ada', code)
  expect(await refusedWith(confirm(people, 'ada', code))).toBe(
    'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
  )
})

test('a code is good for a day', async () => {
  await using people = await peopleIn()
  await people.signUp('ada')
  await people.signUp('grace')
  people.clock.advance(24 * hour - 10)
  await confirm(people, 'ada', await people.codeTo('ada@example.com'))
  people.clock.advance(10)
  expect(await refusedWith(confirm(people, 'grace', await people.codeTo('grace@example.com')))).toBe(expired)
})

test('after fifteen wrong codes the right one is refused too, until the hour is over', async () => {
  await using people = await peopleIn()
  await people.signUp('ada')
  const code = await people.codeTo('ada@example.com')
  const tries = await Promise.all(Array.from({ length: 20 }, () => refusedWith(confirm(people, 'ada', wrong(code)))))
  expect(tries.filter((refusal) => refusal === mismatch)).toHaveLength(15)
  expect(tries.filter((refusal) => refusal === tooMany)).toHaveLength(5)
  expect(await refusedWith(confirm(people, 'ada', code))).toBe(tooMany)
  people.clock.advance(hour)
  await confirm(people, 'ada', code)
})

test('the same code at once twice confirms once', async () => {
  await using people = await peopleIn()
  await people.signUp('ada')
  const code = await people.codeTo('ada@example.com')
  const both = await Promise.all([1, 2].map(() => refusedWith(confirm(people, 'ada', code))))
  expect(both.filter((refusal) => refusal === 'not refused')).toHaveLength(1)
})

test('a code sent to an address that changed since confirms, and verifies nothing', async () => {
  await using people = await peopleIn()
  await people.signUp('ada')
  const code = await people.codeTo('ada@example.com')
  const UserAttributes = [{ Name: 'email', Value: 'ada@example.org' }]
  await people.call('AdminUpdateUserAttributes', { UserPoolId: people.UserPoolId, Username: 'ada', UserAttributes })
  await confirm(people, 'ada', code)
  expect(await people.attributesOf('ada')).toMatchObject({ email: 'ada@example.org', email_verified: 'false' })
})

test('where MFA is required, a code to an address that is still theirs is a second factor once, another is none', async () => {
  await using scene = await mfaScene({ MfaConfiguration: 'ON', ...softwareTokenMfa })
  const { call, ClientId, UserPoolId } = scene
  const firstSignIn = async (Username: string, change: (name: string) => Promise<unknown>) => {
    const address = `${Username}@example.com`
    const UserAttributes = listOf({ email: address })
    await call('SignUp', { ClientId, Username, Password: goodPassword, UserAttributes })
    await change(Username)
    await call('ConfirmSignUp', { ClientId, Username, ConfirmationCode: await scene.codeTo(address) })
    return outcomeOf(await scene.byPassword(Username))
  }
  expect(await firstSignIn('ada', () => Promise.resolve())).toBe('tokens')
  const UserAttributes = listOf({ email: 'other@example.com' })
  const moved = (Username: string) => call('AdminUpdateUserAttributes', { UserPoolId, Username, UserAttributes })
  expect(await firstSignIn('eve', moved)).toBe('MFA_SETUP')
})

test('an alias may be wanted twice at sign-up; the second to confirm is refused', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['email'] } })
  const email = 'ada@example.com'
  await people.signedUp('ada', { email })
  await people.signUp('eve', { email })
  const code = await people.codeTo(email)
  expect(await refusedWith(confirm(people, 'eve', code))).toBe(taken)
  expect(await people.statusOf('eve')).toBe('UNCONFIRMED')

  await confirm(people, 'eve', code, true)
  expect(await people.attributesOf('ada')).toMatchObject({ email, email_verified: 'false' })
  expect(await people.attributesOf('eve')).toMatchObject({ email, email_verified: 'true' })
  const { Username } = await people.call('AdminGetUser', { UserPoolId: people.UserPoolId, Username: email })
  expect(Username).toBe('eve')
})

test('an alias leads to nobody before it is verified', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['email', 'preferred_username'] } })
  await people.signUp('ada', { email: 'ada@example.com', preferred_username: 'countess' })
  for (const name of ['ada@example.com', 'countess'])
    expect(await refusedWith(people.statusOf(name))).toBe('UserNotFoundException: User does not exist.')
  await confirm(people, 'ada', await people.codeTo('ada@example.com'))
  for (const name of ['ada@example.com', 'countess']) expect(await people.statusOf(name)).toBe('CONFIRMED')
})

test('a preferred username is not taken by force', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['preferred_username'] } })
  await people.signedUp('ada', { email: 'ada@example.com', preferred_username: 'countess' })
  await people.signUp('eve', { email: 'eve@example.com', preferred_username: 'countess' })
  expect(await refusedWith(confirm(people, 'eve', await people.codeTo('eve@example.com'), true))).toBe(
    'AliasExistsException: An account with the given preferred_username already exists.',
  )
})

test('who is not there is told, or is answered as anybody else', async () => {
  await using telling = await peopleIn()
  expect(await refusedWith(confirm(telling, 'nobody', '123456'))).toBe(
    'UserNotFoundException: Username/client id combination not found.',
  )
  await using hiding = await peopleIn({ client: { PreventUserExistenceErrors: 'ENABLED' } })
  await hiding.signedUp('ada')
  expect(await refusedWith(confirm(hiding, 'nobody', '123456'))).toBe(expired)
  expect(await refusedWith(confirm(hiding, 'ada', '123456'))).toBe(expired)
})

test('tries against nobody are limited as any', async () => {
  await using people = await peopleIn({ client: { PreventUserExistenceErrors: 'ENABLED' } })
  for (let attempt = 0; attempt < 15; attempt++)
    expect(await refusedWith(confirm(people, 'nobody', '123456'))).toBe(expired)
  expect(await refusedWith(confirm(people, 'nobody', '123456'))).toBe(tooMany)
})

test('who was disabled meanwhile is not confirmed', async () => {
  await using people = await peopleIn()
  await people.signUp('ada')
  await people.call('AdminDisableUser', { UserPoolId: people.UserPoolId, Username: 'ada' })
  expect(await refusedWith(confirm(people, 'ada', await people.codeTo('ada@example.com')))).toBe(
    'NotAuthorizedException: User is disabled.',
  )
})

test('refuses where a function would have taken part', async () => {
  const PostConfirmation = 'arn:aws:lambda:us-east-1:000000000000:function:greet'
  await using people = await peopleIn({ pool: { LambdaConfig: { PostConfirmation } } })
  await people.signUp('ada')
  expect(await refusedWith(confirm(people, 'ada', await people.codeTo('ada@example.com')))).toContain(
    'UnexpectedLambdaException: PostConfirmation',
  )
})
