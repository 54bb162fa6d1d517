import { expect, test } from 'vitest'
import { listOf, peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

const Schema = [
  { Name: 'email', Required: true },
  { Name: 'fixed', AttributeDataType: 'String', Mutable: false },
] as const

test('deletes what is named, and what is not there is no fault', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada', { email: 'ada@example.com', name: 'Ada', gender: 'f' })
  const { AccessToken } = await people.signIn('ada')
  const UserAttributeNames = ['name', 'birthdate']
  expect(await people.call('DeleteUserAttributes', { AccessToken, UserAttributeNames })).toEqual({})
  expect(Object.keys(await people.attributesOf('ada')).toSorted()).toEqual(['email', 'email_verified', 'gender', 'sub'])
})

test('with an address goes its flag', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  await people.call('DeleteUserAttributes', { AccessToken, UserAttributeNames: ['email'] })
  expect(Object.keys(await people.attributesOf('ada'))).toEqual(['sub'])
})

test.each([
  ['custom:none', 'user.custom:none: Attribute does not exist in the schema.\n'],
  ['custom:fixed', 'user.custom:fixed: Attribute cannot be updated.\n'],
  ['email', 'user.email: The attribute is required\n'],
])('neither a user nor an administrator deletes %s', async (name, fault) => {
  await using people = await peopleIn({ pool: { Schema } })
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  const { UserPoolId } = people
  const UserAttributeNames = [name]
  const refusal = `InvalidParameterException: Invalid user attributes: ${fault}`
  expect(await refusedWith(people.call('DeleteUserAttributes', { AccessToken, UserAttributeNames }))).toBe(refusal)
  const byAdmin = people.call('AdminDeleteUserAttributes', { UserPoolId, Username: 'ada', UserAttributeNames })
  expect(await refusedWith(byAdmin)).toBe(refusal)
})

test('a client deletes only what it may write; an administrator is not bound by that', async () => {
  await using people = await peopleIn({ client: { WriteAttributes: ['email'] } })
  await people.signedUp('ada')
  const { AccessToken } = await people.signIn('ada')
  const { UserPoolId } = people
  await people.call('AdminUpdateUserAttributes', {
    UserPoolId,
    Username: 'ada',
    UserAttributes: listOf({ name: 'Ada' }),
  })
  const UserAttributeNames = ['name']
  expect(await refusedWith(people.call('DeleteUserAttributes', { AccessToken, UserAttributeNames }))).toBe(
    'NotAuthorizedException: A client attempted to write unauthorized attribute',
  )
  await people.call('AdminDeleteUserAttributes', { UserPoolId, Username: 'ada', UserAttributeNames })
  expect(await people.attributesOf('ada')).not.toHaveProperty('name')
})

test('an administrator cannot delete from nobody', async () => {
  await using people = await peopleIn()
  const { UserPoolId } = people
  const call = people.call('AdminDeleteUserAttributes', {
    UserPoolId,
    Username: 'nobody',
    UserAttributeNames: ['name'],
  })
  expect(await refusedWith(call)).toBe('UserNotFoundException: User does not exist.')
})
