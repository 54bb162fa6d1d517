import { expect, test } from 'vitest'
import { goodPassword } from '../../../testing/good-password.ts'
import { peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

type People = Awaited<ReturnType<typeof peopleIn>>

const next = 'Battery-staple-2'
const day = 86_400_000

const set = ({ call, UserPoolId }: People, Username: string, Password: string, Permanent?: boolean) =>
  call('AdminSetUserPassword', { UserPoolId, Username, Password, ...(Permanent === undefined ? {} : { Permanent }) })

test('a permanent password confirms and signs in, and ends what the old one opened', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  expect(await set(people, 'ada', next, true)).toEqual({})
  expect(await people.statusOf('ada')).toBe('CONFIRMED')
  expect((await people.signIn('ada', next)).AccessToken).not.toBe('')
  expect(await refusedWith(people.call('GetUser', { AccessToken }))).toContain('has been revoked')
})

test('a code to reset the old password is worth nothing afterwards', async () => {
  await using people = await peopleIn()
  const { call, ClientId } = people
  await people.signedUp('ada')
  await call('ForgotPassword', { ClientId, Username: 'ada' })
  await set(people, 'ada', next, true)
  const ConfirmationCode = await people.codeTo('ada@example.com')
  const reset = call('ConfirmForgotPassword', {
    ClientId,
    Username: 'ada',
    ConfirmationCode,
    Password: 'Another-one-3',
  })
  expect(await refusedWith(reset)).toBe('ExpiredCodeException: Invalid code provided, please request a code again.')
})

test('confirms who has not confirmed', async () => {
  await using people = await peopleIn()
  await people.signUp('ada')
  await set(people, 'ada', next, true)
  expect((await people.signIn('ada', next)).AccessToken).not.toBe('')
})

test('a temporary password must be exchanged at the next sign-in, within its time', async () => {
  const Policies = { PasswordPolicy: { MinimumLength: 8, TemporaryPasswordValidityDays: 2 } }
  await using people = await peopleIn({ pool: { Policies } })
  await people.signedUp('ada')
  await set(people, 'ada', next)
  expect(await people.statusOf('ada')).toBe('FORCE_CHANGE_PASSWORD')
  expect((await people.signIn('ada', next)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  people.clock.advance(2 * day)
  expect(await refusedWith(people.signIn('ada', next))).toBe(
    'NotAuthorizedException: Temporary password has expired and must be reset by an administrator.',
  )
  await set(people, 'ada', next)
  expect((await people.signIn('ada', next)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
})

test('obeys the policy, and the history when it is for good', async () => {
  const Policies = { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 1 } }
  await using people = await peopleIn({ pool: { Policies } })
  await people.signedUp('ada')
  expect(await refusedWith(set(people, 'ada', 'short12', true))).toContain('Password not long enough')
  expect(await refusedWith(set(people, 'ada', goodPassword, true))).toContain('PasswordHistoryPolicyViolationException')
  await set(people, 'ada', goodPassword, false)
})

test('brings the aliases of who was unconfirmed into force, unless somebody has one', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['preferred_username'] } })
  await people.signUp('ada', { preferred_username: 'countess' })
  await people.signUp('eve', { preferred_username: 'countess' })
  await set(people, 'ada', next, true)
  expect(await people.statusOf('countess')).toBe('CONFIRMED')
  expect(await refusedWith(set(people, 'eve', next, true))).toBe(
    'InvalidParameterException: An account with the given preferred_username already exists.',
  )
})

test('refuses who is not there', async () => {
  await using people = await peopleIn()
  expect(await refusedWith(set(people, 'nobody', next, true))).toBe('UserNotFoundException: User does not exist.')
})
