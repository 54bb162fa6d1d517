import { expect, test } from 'vitest'
import { peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

type People = Awaited<ReturnType<typeof peopleIn>>

const next = 'Battery-staple-2'
const mismatch = 'CodeMismatchException: Invalid verification code provided, please try again.'
const expired = 'ExpiredCodeException: Invalid code provided, please request a code again.'
const tooMany = 'LimitExceededException: Attempt limit exceeded, please try after some time.'
const hiding = { PreventUserExistenceErrors: 'ENABLED' } as const

const reset = ({ call, ClientId }: People, Username: string, ConfirmationCode: string, Password = next) =>
  call('ConfirmForgotPassword', { ClientId, Username, ConfirmationCode, Password })

/** Ada, who has forgotten, and the code she got. */
async function forgetful(people: People) {
  await people.signedUp('ada')
  await people.call('ForgotPassword', { ClientId: people.ClientId, Username: 'ada' })
  return people.codeTo('ada@example.com')
}

test('the code sets a new password, once, and signs out everywhere', async () => {
  await using people = await peopleIn()
  const code = await forgetful(people)
  const { AccessToken } = await people.signIn('ada')
  await reset(people, 'ada', code)
  expect((await people.signIn('ada', next)).AccessToken).not.toBe('')
  expect(await refusedWith(people.signIn('ada'))).toBe('NotAuthorizedException: Incorrect username or password.')
  expect(await refusedWith(people.call('GetUser', { AccessToken }))).toBe(
    'NotAuthorizedException: Access Token has been revoked',
  )
  expect(await refusedWith(reset(people, 'ada', code))).toBe(expired)
})

test('a newer code replaces the older one, and it is good for an hour', async () => {
  await using people = await peopleIn()
  const older = await forgetful(people)
  await people.call('ForgotPassword', { ClientId: people.ClientId, Username: 'ada' })
  const code = await people.codeTo('ada@example.com')
  // One time in a million both codes are the same.
  const answer = older === code ? mismatch : await refusedWith(reset(people, 'ada', older))
  expect(answer).toBe(mismatch)
  people.clock.advance(3_600_000)
  expect(await refusedWith(reset(people, 'ada', code))).toBe(expired)
})

test('a password that the policy does not allow leaves the code good', async () => {
  await using people = await peopleIn()
  const code = await forgetful(people)
  expect(await refusedWith(reset(people, 'ada', code, 'simple'))).toBe(
    'InvalidPasswordException: Password did not conform with policy: Password not long enough',
  )
  await reset(people, 'ada', code)
})

test('the pool remembers passwords', async () => {
  const Policies = { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 2 } }
  await using people = await peopleIn({ pool: { Policies } })
  const code = await forgetful(people)
  expect(await refusedWith(reset(people, 'ada', code, 'Correct-horse-1'))).toBe(
    'PasswordHistoryPolicyViolationException: Password has previously been used.',
  )
  await reset(people, 'ada', code)
})

test('wrong codes are counted before they are told, and after fifteen the right one is refused', async () => {
  await using people = await peopleIn()
  const code = await forgetful(people)
  const wrong = code === '000000' ? '000001' : '000000'
  const tries = await Promise.all(Array.from({ length: 18 }, () => refusedWith(reset(people, 'ada', wrong))))
  expect(tries.filter((refusal) => refusal === mismatch)).toHaveLength(15)
  expect(await refusedWith(reset(people, 'ada', code))).toBe(tooMany)
})

test('of two resets with one code at once, one counts', async () => {
  await using people = await peopleIn()
  const code = await forgetful(people)
  const both = await Promise.all(
    ['Battery-staple-2', 'Battery-staple-3'].map((password) => refusedWith(reset(people, 'ada', code, password))),
  )
  expect(both.filter((refusal) => refusal === 'not refused')).toHaveLength(1)
})

test('a code that went to an address the user has left opens nothing', async () => {
  await using people = await peopleIn()
  const code = await forgetful(people)
  const UserAttributes = [
    { Name: 'email', Value: 'ada@example.org' },
    { Name: 'email_verified', Value: 'true' },
  ]
  await people.call('AdminUpdateUserAttributes', { UserPoolId: people.UserPoolId, Username: 'ada', UserAttributes })
  expect(await refusedWith(reset(people, 'ada', code))).toBe(expired)
})

test('resetting does not lift a lock', async () => {
  await using people = await peopleIn()
  const code = await forgetful(people)
  for (let time = 0; time < 5; time++) await refusedWith(people.signIn('ada', 'wrong'))
  await reset(people, 'ada', code)
  expect(await refusedWith(people.signIn('ada', next))).toBe('NotAuthorizedException: Password attempts exceeded')
})

test('tells by status why not', async () => {
  await using people = await peopleIn()
  const { call, UserPoolId } = people
  await people.signUp('ada')
  expect(await refusedWith(reset(people, 'ada', '123456'))).toBe('UserNotConfirmedException: User is not confirmed.')
  await call('AdminCreateUser', { UserPoolId, Username: 'grace', MessageAction: 'SUPPRESS' })
  expect(await refusedWith(reset(people, 'grace', '123456'))).toBe(
    'NotAuthorizedException: User password cannot be reset in the current state.',
  )
  await people.signedUp('mary')
  await call('AdminDisableUser', { UserPoolId, Username: 'mary' })
  expect(await refusedWith(reset(people, 'mary', '123456'))).toBe('NotAuthorizedException: User is disabled.')
  expect(await refusedWith(reset(people, 'nobody', '123456'))).toBe(
    'UserNotFoundException: Username/client id combination not found.',
  )
})

test('where existence is hidden, nobody and somebody are refused alike, before a code was asked for and after', async () => {
  await using people = await peopleIn({ client: hiding })
  await people.signedUp('ada')
  for (const name of ['nobody', 'ada']) {
    expect(await refusedWith(reset(people, name, 'no-code'))).toBe(expired)
    await people.call('ForgotPassword', { ClientId: people.ClientId, Username: name })
    for (let time = 0; time < 14; time++) expect(await refusedWith(reset(people, name, 'no-code'))).toBe(mismatch)
    expect(await refusedWith(reset(people, name, 'no-code'))).toBe(tooMany)
    expect(await refusedWith(reset(people, name, 'no-code', 'short'))).toContain('Password not long enough')
  }
})

test('where existence is hidden, a right code of somebody who was disabled since opens nothing', async () => {
  await using people = await peopleIn({ client: hiding })
  const code = await forgetful(people)
  await people.call('AdminDisableUser', { UserPoolId: people.UserPoolId, Username: 'ada' })
  expect(await refusedWith(reset(people, 'ada', code))).toBe(expired)
})
