import { expect, test } from 'vitest'
import { listOf, peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

type People = Awaited<ReturnType<typeof peopleIn>>

const malformed = 'InvalidParameterException: Error while parsing filter'

async function add(people: People, Username: string, attributes: Readonly<Record<string, string>> = {}) {
  const { call, UserPoolId } = people
  const UserAttributes = listOf(attributes)
  await call('AdminCreateUser', { UserPoolId, Username, UserAttributes, MessageAction: 'SUPPRESS' })
}

async function found({ call, UserPoolId }: People, Filter?: string) {
  const { Users } = await call('ListUsers', { UserPoolId, ...(Filter === undefined ? {} : { Filter }) })
  return (Users ?? []).map(({ Username }) => Username)
}

/** Ada and Grace and Mary, each in another state. */
async function three() {
  const people = await peopleIn()
  const { call, UserPoolId } = people
  await add(people, 'ada', { email: 'ada@example.com', given_name: 'Ada', family_name: 'King "Countess" \\ Lovelace' })
  await add(people, 'grace', { email: 'grace@example.com', given_name: 'Grace', phone_number: '+15555550142' })
  await add(people, 'mary', { name: 'Mary Somerville', preferred_username: 'mary.s' })
  await call('AdminDisableUser', { UserPoolId, Username: 'grace' })
  await call('AdminSetUserPassword', { UserPoolId, Username: 'mary', Password: 'Correct-horse-1', Permanent: true })
  return people
}

test.each([
  ['', ['ada', 'grace', 'mary']],
  ['  ', ['ada', 'grace', 'mary']],
  ['username = "ada"', ['ada']],
  ['username = "Ada"', []],
  ['username ^= "gr"', ['grace']],
  ['email = "ADA@example.com"', ['ada']],
  ['email ^= ""', ['ada', 'grace']],
  ['given_name="Ada"', ['ada']],
  ['  given_name   ^=   "G"  ', ['grace']],
  ['name ^= "mary"', ['mary']],
  ['preferred_username = "mary.s"', ['mary']],
  ['phone_number ^= "+1555"', ['grace']],
  ['family_name = "King \\"Countess\\" \\\\ Lovelace"', ['ada']],
  ['cognito:user_status = "CONFIRMED"', ['mary']],
  ['cognito:user_status = "force_change_password"', ['ada', 'grace']],
  ['cognito:user_status ^= "con"', ['mary']],
  ['cognito:user_status = "NONE"', []],
  ['status = "Enabled"', ['ada', 'mary']],
  ['status = "Disabled"', ['grace']],
  ['status ^= "Dis"', ['grace']],
  ['status ^= ""', ['ada', 'grace', 'mary']],
  ['status = "enabled"', []],
  ['sub = "none"', []],
])('finds by %s', async (filter, names) => {
  await using people = await three()
  expect(await found(people, filter)).toEqual(names)
})

test('finds by sub, whole or its beginning', async () => {
  await using people = await three()
  const { sub = '' } = await people.attributesOf('ada')
  expect(await found(people, `sub = "${sub}"`)).toEqual(['ada'])
  expect(await found(people, `sub ^= "${sub.slice(0, -1)}"`)).toEqual(['ada'])
})

test.each([
  'email',
  'email =',
  'email = ada',
  "email = 'ada'",
  'email == "ada"',
  'email ~ "ada"',
  'email = "ada" and name = "x"',
  'email = "ada',
  'email = "a"da"',
  '= "ada"',
  '"ada"',
  'email = "ada\\"',
])('cannot read %s', async (filter) => {
  await using people = await peopleIn()
  expect(await refusedWith(found(people, filter))).toBe(malformed)
})

test.each(['custom:foo', 'nickname', 'Email', 'enabled'])('cannot search by %s', async (attribute) => {
  await using people = await peopleIn()
  expect(await refusedWith(found(people, `${attribute} = "x"`))).toBe(
    `InvalidParameterException: Invalid search attribute: ${attribute}`,
  )
})

test('where people sign in with their e-mail, the username to find is the sub', async () => {
  await using people = await peopleIn({ pool: { UsernameAttributes: ['email'] } })
  await add(people, 'ada@example.com')
  const { sub } = await people.attributesOf('ada@example.com')
  expect(await found(people, `username = "${sub}"`)).toEqual([sub])
  expect(await found(people, 'username = "ada@example.com"')).toEqual([])
})

test('a pool that does not tell case apart finds a username in any', async () => {
  await using people = await peopleIn({ pool: { UsernameConfiguration: { CaseSensitive: false } } })
  await add(people, 'Ada')
  expect(await found(people, 'username = "ADA"')).toEqual(['ada'])
})

test('gives whole users, or of their attributes those that are asked for', async () => {
  await using people = await three()
  const { call, UserPoolId } = people
  const Filter = 'username = "ada"'
  const whole = await call('ListUsers', { UserPoolId, Filter })
  expect(whole.Users).toMatchObject([{ Username: 'ada', Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' }])
  expect(whole.Users?.[0]?.Attributes?.map(({ Name }) => Name)).toContain('sub')
  const some = await call('ListUsers', { UserPoolId, AttributesToGet: ['email', 'nickname'], Filter })
  expect(some.Users?.[0]?.Attributes).toEqual([{ Name: 'email', Value: 'ada@example.com' }])
  expect((await call('ListUsers', { UserPoolId, AttributesToGet: [], Filter })).Users).toEqual(whole.Users)
  expect(await refusedWith(call('ListUsers', { UserPoolId, AttributesToGet: ['custom:none'] }))).toBe(
    'InvalidParameterException: One or more requested attributes do not exist.',
  )
})

test('pages go through everybody once while people come and go', async () => {
  await using people = await peopleIn()
  const { call, UserPoolId } = people
  for (const name of ['a', 'b', 'c', 'd', 'e']) await add(people, name)
  const first = await call('ListUsers', { UserPoolId, Limit: 2 })
  await call('AdminDeleteUser', { UserPoolId, Username: 'b' })
  await add(people, 'f')
  const second = await call('ListUsers', { UserPoolId, Limit: 2, ...next(first) })
  const third = await call('ListUsers', { UserPoolId, Limit: 2, ...next(second) })
  const names = [first, second, third].map(({ Users }) => Users?.map(({ Username }) => Username))
  expect(names).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
  ])
  expect(third.PaginationToken).toBeUndefined()
})

const next = ({ PaginationToken }: { readonly PaginationToken?: string | undefined }) =>
  PaginationToken === undefined ? {} : { PaginationToken }

test('a limit of zero is none', async () => {
  await using people = await three()
  const { Users } = await people.call('ListUsers', { UserPoolId: people.UserPoolId, Limit: 0 })
  expect(Users).toHaveLength(3)
})

test('a token is good for its own pool and filter only', async () => {
  await using people = await three()
  const { call, UserPoolId } = people
  const { PaginationToken = '' } = await call('ListUsers', { UserPoolId, Limit: 1 })
  const { UserPool } = await call('CreateUserPool', { PoolName: 'others' })
  const garbage = 'AAAA'
  for (const request of [
    { UserPoolId, PaginationToken: garbage },
    { UserPoolId, PaginationToken, Filter: 'email ^= "a"' },
    { UserPoolId: UserPool?.Id ?? '', PaginationToken },
  ])
    expect(await refusedWith(call('ListUsers', request))).toBe('InvalidParameterException: Invalid pagination token.')
})

test('refuses more than sixty, and a pool that is not there', async () => {
  await using people = await peopleIn()
  const { call, UserPoolId } = people
  expect(await refusedWith(call('ListUsers', { UserPoolId, Limit: 61 }))).toContain('less than or equal to 60')
  expect(await refusedWith(call('ListUsers', { UserPoolId: 'us-east-1_none' }))).toBe(
    'ResourceNotFoundException: User pool us-east-1_none does not exist.',
  )
})
