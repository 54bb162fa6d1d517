import { expect, test } from 'vitest'
import { peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

const gone = 'UserNotFoundException: User does not exist.'

test('gives all of a user, by username, alias in force or sub', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['email'] } })
  const { call, UserPoolId } = people
  const sub = (await people.signedUp('ada')) ?? ''
  const user = await call('AdminGetUser', { UserPoolId, Username: 'ada' })
  expect(user).toMatchObject({
    Username: 'ada',
    Enabled: true,
    UserStatus: 'CONFIRMED',
    UserAttributes: [
      { Name: 'sub', Value: sub },
      { Name: 'email', Value: 'ada@example.com' },
      { Name: 'email_verified', Value: 'true' },
    ],
  })
  for (const Username of ['ada@example.com', sub])
    expect(await call('AdminGetUser', { UserPoolId, Username })).toEqual(user)
})

test('an e-mail that is no alias leads to nobody, and case counts where the pool says so', async () => {
  await using people = await peopleIn()
  const { call, UserPoolId } = people
  await people.signedUp('ada')
  for (const Username of ['ada@example.com', 'Ada', 'nobody'])
    expect(await refusedWith(call('AdminGetUser', { UserPoolId, Username }))).toBe(gone)
})

test('when a user was changed is told', async () => {
  await using people = await peopleIn()
  const { call, UserPoolId } = people
  await people.signUp('ada')
  people.clock.advance(59_999)
  await call('AdminConfirmSignUp', { UserPoolId, Username: 'ada' })
  const { UserCreateDate, UserLastModifiedDate } = await call('AdminGetUser', { UserPoolId, Username: 'ada' })
  expect(Number(UserLastModifiedDate) - Number(UserCreateDate)).toBe(60)
})

test('signing a user out everywhere ends every session, and no new one', async () => {
  await using people = await peopleIn()
  const { call, UserPoolId } = people
  await people.signedUp('ada')
  const tokens = [(await people.signIn('ada')).AccessToken, (await people.signIn('ada')).AccessToken]
  expect(await call('AdminUserGlobalSignOut', { UserPoolId, Username: 'ada' })).toEqual({})
  for (const AccessToken of tokens)
    expect(await refusedWith(call('GetUser', { AccessToken }))).toBe(
      'NotAuthorizedException: Access Token has been revoked',
    )
  const { AccessToken } = await people.signIn('ada')
  expect((await call('GetUser', { AccessToken })).Username).toBe('ada')
  expect(await refusedWith(call('AdminUserGlobalSignOut', { UserPoolId, Username: 'nobody' }))).toBe(gone)
})
