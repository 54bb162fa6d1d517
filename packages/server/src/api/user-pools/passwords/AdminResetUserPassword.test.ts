import { expect, test } from 'vitest'
import { peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

type People = Awaited<ReturnType<typeof peopleIn>>

const reset = ({ call, UserPoolId }: People, Username: string) =>
  call('AdminResetUserPassword', { UserPoolId, Username })
const noChannel =
  'InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number'

test('the old password and its sessions are out; the code that was sent sets a new one', async () => {
  await using people = await peopleIn()
  const { call, ClientId } = people
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  expect(await reset(people, 'ada')).toEqual({})
  expect(await people.statusOf('ada')).toBe('RESET_REQUIRED')
  expect(await refusedWith(people.signIn('ada'))).toBe(
    'PasswordResetRequiredException: Password reset required for the user',
  )
  expect(await refusedWith(call('GetUser', { AccessToken }))).toContain('has been revoked')
  const [message] = await people.inbox('ada@example.com')
  expect(message?.source).toBe('CustomMessage_ForgotPassword')
  const Password = 'Battery-staple-2'
  await call('ConfirmForgotPassword', { ClientId, Username: 'ada', ConfirmationCode: message?.code ?? '', Password })
  expect(await people.statusOf('ada')).toBe('CONFIRMED')
  expect((await people.signIn('ada', Password)).AccessToken).not.toBe('')
})

test('refuses who cannot reset: not there, disabled, invited, unconfirmed, without a verified address', async () => {
  await using people = await peopleIn()
  const { call, UserPoolId } = people
  expect(await refusedWith(reset(people, 'nobody'))).toBe('UserNotFoundException: User does not exist.')
  await people.signUp('ada')
  expect(await refusedWith(reset(people, 'ada'))).toBe(noChannel)
  await call('AdminConfirmSignUp', { UserPoolId, Username: 'ada' })
  expect(await refusedWith(reset(people, 'ada'))).toBe(noChannel)
  expect(await people.statusOf('ada')).toBe('CONFIRMED')
  await call('AdminCreateUser', { UserPoolId, Username: 'grace', MessageAction: 'SUPPRESS' })
  expect(await refusedWith(reset(people, 'grace'))).toContain('User password cannot be reset in the current state.')
  await call('AdminDisableUser', { UserPoolId, Username: 'ada' })
  expect(await refusedWith(reset(people, 'ada'))).toBe('NotAuthorizedException: User is disabled.')
})

test('refuses where nobody recovers by themselves', async () => {
  const AccountRecoverySetting = { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] } as const
  await using people = await peopleIn({ pool: { AccountRecoverySetting } })
  await people.signedUp('ada')
  expect(await refusedWith(reset(people, 'ada'))).toBe(noChannel)
})

test('without a way to send the code nothing is reset', async () => {
  const parts = { mailroom: { carriers: {}, inbox: false } }
  await using people = await peopleIn({ parts, pool: { AutoVerifiedAttributes: [] } })
  await people.signUp('ada')
  const { call, UserPoolId } = people
  await call('AdminConfirmSignUp', { UserPoolId, Username: 'ada' })
  const UserAttributes = [{ Name: 'email_verified', Value: 'true' }]
  await call('AdminUpdateUserAttributes', { UserPoolId, Username: 'ada', UserAttributes })
  expect(await refusedWith(reset(people, 'ada'))).toContain('InvalidParameterException: Failed to deliver the code')
  expect(await people.statusOf('ada')).toBe('CONFIRMED')
})

test('refuses where a function would have written the message', async () => {
  const CustomMessage = 'arn:aws:lambda:us-east-1:000000000000:function:write'
  await using people = await peopleIn()
  await people.signedUp('ada')
  const { UserPoolId } = people
  await people.call('UpdateUserPool', { UserPoolId, LambdaConfig: { CustomMessage } })
  expect(await refusedWith(reset(people, 'ada'))).toContain('UnexpectedLambdaException: CustomMessage')
})
