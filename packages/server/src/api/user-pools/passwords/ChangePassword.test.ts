import { expect, test } from 'vitest'
import { goodPassword } from '../../../testing/good-password.ts'
import { peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

type People = Awaited<ReturnType<typeof peopleIn>>

const next = 'Battery-staple-2'
const wrong = 'NotAuthorizedException: Incorrect username or password.'
const locked = 'NotAuthorizedException: Password attempts exceeded'
const history = 'PasswordHistoryPolicyViolationException: Password has previously been used.'

const change = ({ call }: People, AccessToken: string, PreviousPassword: string, ProposedPassword = next) =>
  call('ChangePassword', { AccessToken, PreviousPassword, ProposedPassword })

test('exchanges the password, keeps the session that asks and ends the others', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  const { AccessToken: other } = await people.signIn('ada')
  expect(await change(people, AccessToken, goodPassword)).toEqual({})
  expect((await people.call('GetUser', { AccessToken })).Username).toBe('ada')
  expect(await refusedWith(people.call('GetUser', { AccessToken: other }))).toBe(
    'NotAuthorizedException: Access Token has been revoked',
  )
  expect(await refusedWith(people.signIn('ada'))).toBe(wrong)
  expect((await people.signIn('ada', next)).AccessToken).not.toBe('')
})

test('a code to reset the old password is worth nothing afterwards', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  const { ClientId } = people
  const { AccessToken } = await people.signIn('ada')
  await people.call('ForgotPassword', { ClientId, Username: 'ada' })
  const ConfirmationCode = await people.codeTo('ada@example.com')
  await change(people, AccessToken, goodPassword)
  const reset = people.call('ConfirmForgotPassword', { ClientId, Username: 'ada', ConfirmationCode, Password: next })
  expect(await refusedWith(reset)).toBe('ExpiredCodeException: Invalid code provided, please request a code again.')
})

test('wrong previous passwords and wrong sign-ins lock together', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  for (let time = 0; time < 3; time++) expect(await refusedWith(people.signIn('ada', 'Guess-1234'))).toBe(wrong)
  for (let time = 0; time < 2; time++) expect(await refusedWith(change(people, AccessToken, 'Guess-1234'))).toBe(wrong)
  expect(await refusedWith(people.signIn('ada'))).toBe(locked)
  expect(await refusedWith(change(people, AccessToken, goodPassword))).toBe(locked)
  people.clock.advance(1000)
  await change(people, AccessToken, goodPassword)
})

test('the right previous password forgets the wrong ones before it', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  for (let time = 0; time < 4; time++) await refusedWith(people.signIn('ada', 'Guess-1234'))
  await change(people, AccessToken, goodPassword)
  expect(await refusedWith(people.signIn('ada', 'Guess-1234'))).toBe(wrong)
  expect((await people.signIn('ada', next)).AccessToken).not.toBe('')
})

test('while locked, the history does not tell that the previous password was right', async () => {
  const Policies = { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 1 } }
  await using people = await peopleIn({ pool: { Policies } })
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  for (let time = 0; time < 5; time++) await refusedWith(people.signIn('ada', 'Guess-1234'))
  expect(await refusedWith(change(people, AccessToken, goodPassword, goodPassword))).toBe(locked)
})

test('five an hour', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  for (let time = 0; time < 5; time++) await change(people, AccessToken, goodPassword, goodPassword)
  expect(await refusedWith(change(people, AccessToken, goodPassword))).toBe(
    'LimitExceededException: Attempt limit exceeded, please try after some time.',
  )
})

test('somebody with a password must say it, and the new one must be allowed', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  const silent = people.call('ChangePassword', { AccessToken, ProposedPassword: next })
  expect(await refusedWith(silent)).toBe('InvalidParameterException: Missing required parameter PreviousPassword')
  expect(await refusedWith(change(people, AccessToken, goodPassword, 'battery-staple-2'))).toBe(
    'InvalidPasswordException: Password did not conform with policy: Password must have uppercase characters',
  )
})

test('a history of three forbids the last three passwords, and no more', async () => {
  const Policies = { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 3 } }
  await using people = await peopleIn({ pool: { Policies } })
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  await change(people, AccessToken, goodPassword, 'password-2')
  await change(people, AccessToken, 'password-2', 'password-3')
  for (const former of ['password-3', 'password-2', goodPassword])
    expect(await refusedWith(change(people, AccessToken, 'password-3', former))).toBe(history)
  await change(people, AccessToken, 'password-3', 'password-4')
  await change(people, AccessToken, 'password-4', goodPassword)
})

test('of two changes at once, one counts', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  const both = await Promise.all(
    ['Battery-staple-2', 'Battery-staple-3'].map((password) =>
      refusedWith(change(people, AccessToken, goodPassword, password)),
    ),
  )
  expect(both.toSorted()).toEqual([wrong, 'not refused'])
})
