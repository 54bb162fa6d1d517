import { expect, test } from 'vitest'
import { goodPassword } from '../../../testing/good-password.ts'
import { peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

test('a disabled user is signed out at once and does not sign in until enabled again', async () => {
  await using people = await peopleIn()
  const { call, UserPoolId } = people
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  expect(await call('AdminDisableUser', { UserPoolId, Username: 'ada' })).toEqual({})
  expect(await call('AdminGetUser', { UserPoolId, Username: 'ada' })).toMatchObject({
    Enabled: false,
    UserStatus: 'CONFIRMED',
  })
  expect(await refusedWith(call('GetUser', { AccessToken }))).toContain('NotAuthorizedException')
  expect(await refusedWith(people.signIn('ada'))).toBe('NotAuthorizedException: User is disabled.')

  expect(await call('AdminEnableUser', { UserPoolId, Username: 'ada' })).toEqual({})
  expect(await refusedWith(call('GetUser', { AccessToken }))).toContain('NotAuthorizedException')
  expect((await people.signIn('ada')).AccessToken).not.toBe('')
})

test('doing either twice is no fault; doing it to nobody is', async () => {
  await using people = await peopleIn()
  const { call, UserPoolId } = people
  await people.signedUp('ada')
  for (const name of ['AdminDisableUser', 'AdminEnableUser'] as const) {
    await call(name, { UserPoolId, Username: 'ada' })
    await call(name, { UserPoolId, Username: 'ada' })
    expect(await refusedWith(call(name, { UserPoolId, Username: 'nobody' }))).toBe(
      'UserNotFoundException: User does not exist.',
    )
  }
})

test('an administrator’s signature of another region does not reach the pool', async () => {
  await using people = await peopleIn()
  await people.signUp('ada')
  for (const name of ['AdminDisableUser', 'AdminEnableUser', 'AdminDeleteUser', 'AdminResetUserPassword'] as const)
    expect(await refusedWith(people.call(name, { UserPoolId: 'eu-west-1_none', Username: 'ada' }))).toBe(
      'ResourceNotFoundException: User pool eu-west-1_none does not exist.',
    )
  const set = { UserPoolId: 'eu-west-1_none', Username: 'ada', Password: goodPassword }
  expect(await refusedWith(people.call('AdminSetUserPassword', set))).toContain('ResourceNotFoundException')
})
