import { expect } from 'vitest'
import { sharedStoreTest } from '../../testing/every-store.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { listOf, peopleIn } from '../../testing/people.ts'
import { refusedWith } from '../../testing/refused-with.ts'

const times = async (count: number, call: (place: number) => Promise<unknown>) =>
  (await Promise.all(Array.from({ length: count }, (_, place) => refusedWith(call(place))))).filter(
    (refusal) => refusal === 'not refused',
  ).length

sharedStoreTest('whatever is done to a user many times at once is done once, and nothing is lost', async (place) => {
  await using people = await peopleIn({ parts: { store: await place.open() } })
  const { call, ClientId, UserPoolId } = people
  expect(await times(4, () => people.signUp('ada'))).toBe(1)

  const ConfirmationCode = await people.codeTo('ada@example.com')
  expect(await times(4, () => call('ConfirmSignUp', { ClientId, Username: 'ada', ConfirmationCode }))).toBe(1)

  await call('ForgotPassword', { ClientId, Username: 'ada' })
  const reset = { ClientId, Username: 'ada', ConfirmationCode: await people.codeTo('ada@example.com') }
  expect(await times(4, (n) => call('ConfirmForgotPassword', { ...reset, Password: `Battery-${n}-staple` }))).toBe(1)

  await call('AdminSetUserPassword', { UserPoolId, Username: 'ada', Password: goodPassword, Permanent: true })
  const { AccessToken } = await people.signIn('ada')
  const changes = { name: 'Ada', nickname: 'A', given_name: 'Augusta', family_name: 'King' }
  const entries = Object.entries(changes)
  const change = ([name, value]: readonly [string, string]) =>
    call('UpdateUserAttributes', { AccessToken, UserAttributes: listOf({ [name]: value }) })
  expect((await Promise.all(entries.map(change))).length).toBe(4)
  expect(await people.attributesOf('ada')).toMatchObject(changes)

  expect(await times(4, () => call('DeleteUser', { AccessToken }))).toBe(1)
  expect(await times(4, () => people.signUp('ada'))).toBe(1)
})

sharedStoreTest('an alias leads to one user, however many want it at once', async (place) => {
  const pool = { AliasAttributes: ['email', 'phone_number'] } as const
  await using people = await peopleIn({ pool, parts: { store: await place.open() } })
  const { call, UserPoolId } = people
  const wanted = { email: 'shared@example.com', phone_number: '+15555550142' }
  const flags = { email_verified: 'true', phone_number_verified: 'true' }
  const create = (Username: string, ForceAliasCreation: boolean) =>
    call('AdminCreateUser', {
      UserPoolId,
      Username,
      UserAttributes: listOf({ ...wanted, ...flags }),
      MessageAction: 'SUPPRESS',
      ForceAliasCreation,
    })
  expect(await times(4, (n) => create(`polite-${n}`, false))).toBe(1)
  expect(await times(3, (n) => create(`pushy-${n}`, true))).toBe(3)

  const verified = (await call('ListUsers', { UserPoolId, Filter: 'email = "shared@example.com"' })).Users?.filter(
    ({ Attributes }) => Attributes?.some(({ Name, Value }) => Name === 'email_verified' && Value === 'true'),
  )
  const { Username } = await call('AdminGetUser', { UserPoolId, Username: wanted.email })
  expect(verified?.map((user) => user.Username)).toEqual([Username])
  expect((await call('AdminGetUser', { UserPoolId, Username: wanted.phone_number })).Username).toBe(Username)
})
