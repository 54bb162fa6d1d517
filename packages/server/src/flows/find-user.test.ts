import { expect, test } from 'vitest'
import { listOf, peopleIn } from '../testing/people.ts'
import { refusedWith } from '../testing/refused-with.ts'

test('nobody is taken for somebody else by choosing their sub for a name', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['preferred_username'] } })
  const { UserPoolId } = people
  const sub = (await people.signedUp('ada')) ?? ''
  await people.signUp(sub, { email: 'eve@example.com' })
  await people.signedUp('mallory', { email: 'mallory@example.com' })
  const UserAttributes = listOf({ preferred_username: sub })
  await people.call('AdminUpdateUserAttributes', { UserPoolId, Username: 'mallory', UserAttributes })
  expect(await people.attributesOf(sub)).toMatchObject({ sub, email: 'ada@example.com' })
  expect(await people.attributesOf('mallory')).toMatchObject({ preferred_username: sub })
  expect((await people.signIn(sub)).AccessToken).not.toBe('')
})

test('a sub leads to its user, in lower case alone', async () => {
  await using people = await peopleIn()
  const sub = (await people.signedUp('ada')) ?? ''
  expect(await people.statusOf(sub)).toBe('CONFIRMED')
  expect(await refusedWith(people.statusOf(sub.toUpperCase()))).toBe('UserNotFoundException: User does not exist.')
})

test('a list of username attributes that is empty leaves aliases in force', async () => {
  await using people = await peopleIn({ pool: { UsernameAttributes: [], AliasAttributes: ['email'] } })
  const sub = await people.signedUp('ada')
  expect(await people.attributesOf('ada@example.com')).toMatchObject({ sub })
})
