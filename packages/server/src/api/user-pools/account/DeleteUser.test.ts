import { expect, test } from 'vitest'
import { peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

const gone = 'UserNotFoundException: User does not exist.'

test('the user is gone, and so are their names, tokens and codes', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['email'] } })
  const { call, ClientId } = people
  await people.signedUp('ada')
  const { AccessToken, AuthenticationResult } = await people.signIn('ada')
  await call('ForgotPassword', { ClientId, Username: 'ada' })
  const ConfirmationCode = await people.codeTo('ada@example.com')
  await call('DeleteUser', { AccessToken })
  expect(await refusedWith(call('GetUser', { AccessToken }))).toBe(gone)
  for (const name of ['ada', 'ada@example.com']) expect(await refusedWith(people.statusOf(name))).toBe(gone)

  const sub = await people.signedUp('ada')
  expect(sub).toBeDefined()
  expect(await refusedWith(call('GetUser', { AccessToken }))).toBe(gone)
  const reset = { ClientId, Username: 'ada', ConfirmationCode, Password: 'Battery-staple-2' }
  expect(await refusedWith(call('ConfirmForgotPassword', reset))).toContain('ExpiredCodeException')
  const AuthParameters = { REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '' }
  const refresh = call('InitiateAuth', { ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters })
  expect(await refusedWith(refresh)).toContain('NotAuthorizedException')
})

test('a lock does not outlive the user', async () => {
  await using people = await peopleIn()
  const { call, UserPoolId } = people
  await people.signedUp('ada')
  for (let time = 0; time < 5; time++) await refusedWith(people.signIn('ada', 'Guess-1234'))
  await call('AdminDeleteUser', { UserPoolId, Username: 'ada' })
  await people.signedUp('ada')
  expect((await people.signIn('ada')).AccessToken).not.toBe('')
})

test('of two deletions at once, the second finds nobody', async () => {
  await using people = await peopleIn()
  const { call, UserPoolId } = people
  await people.signedUp('ada')
  const both = await Promise.all(
    [1, 2].map(() => refusedWith(call('AdminDeleteUser', { UserPoolId, Username: 'ada' }))),
  )
  expect(both.toSorted()).toEqual([gone, 'not refused'])
})

test('an administrator is told when there is nobody to delete', async () => {
  await using people = await peopleIn()
  const { call, UserPoolId } = people
  expect(await refusedWith(call('AdminDeleteUser', { UserPoolId, Username: 'nobody' }))).toBe(gone)
})
