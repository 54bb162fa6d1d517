import { expect, test } from 'vitest'
import { mostGroupsOfUser } from '../../../domain/most-groups-of-user.ts'
import { sharedStoreTest } from '../../../testing/every-store.ts'
import { peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

/** A pool with these users and groups, and short words for who is in what. */
async function circle(users: readonly string[], groups: readonly string[], parts = {}) {
  const people = await peopleIn({ parts, pool: { AliasAttributes: ['email'] } })
  const { call, UserPoolId } = people
  for (const Username of users) await call('AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS' })
  for (const GroupName of groups) await call('CreateGroup', { UserPoolId, GroupName })
  return {
    ...people,
    add: (Username: string, GroupName: string) => call('AdminAddUserToGroup', { UserPoolId, Username, GroupName }),
    remove: (Username: string, GroupName: string) =>
      call('AdminRemoveUserFromGroup', { UserPoolId, Username, GroupName }),
    groupsOf: async (Username: string) =>
      (await call('AdminListGroupsForUser', { UserPoolId, Username })).Groups?.map(({ GroupName }) => GroupName),
    usersIn: async (GroupName: string) =>
      (await call('ListUsersInGroup', { UserPoolId, GroupName })).Users?.map(({ Username }) => Username),
  }
}

const noUser = 'UserNotFoundException: User does not exist.'
const noGroup = 'ResourceNotFoundException: Group not found.'
const badToken = 'InvalidParameterException: Invalid pagination token.'

test('a user is in a group from when they are added until they are removed, however often', async () => {
  await using here = await circle(['ada', 'eve'], ['a', 'b'])
  for (const group of ['b', 'a', 'b']) expect(await here.add('ada', group)).toEqual({})
  await here.add('eve', 'b')
  expect(await here.groupsOf('ada')).toEqual(['a', 'b'])
  expect(await here.usersIn('b')).toEqual(['ada', 'eve'])
  for (const name of ['ada', 'ada']) expect(await here.remove(name, 'b')).toEqual({})
  expect(await here.groupsOf('ada')).toEqual(['a'])
  expect(await here.usersIn('b')).toEqual(['eve'])
})

test('a user is named by sub or alias as well', async () => {
  await using here = await circle([], ['a', 'b', 'c'])
  const sub = (await here.signedUp('ada')) ?? ''
  await here.add(sub, 'a')
  await here.add('ada@example.com', 'b')
  expect(await here.groupsOf('ada')).toEqual(['a', 'b'])
  await here.remove(sub, 'b')
  expect(await here.groupsOf('ada@example.com')).toEqual(['a'])
})

test('lists give groups and users whole', async () => {
  await using here = await circle([], ['a'])
  const { call, UserPoolId } = here
  await here.signedUp('ada')
  await here.add('ada', 'a')
  const { Group } = await call('GetGroup', { UserPoolId, GroupName: 'a' })
  expect(await call('AdminListGroupsForUser', { UserPoolId, Username: 'ada' })).toEqual({ Groups: [Group] })
  const { Users } = await call('ListUsers', { UserPoolId })
  expect(await call('ListUsersInGroup', { UserPoolId, GroupName: 'a' })).toEqual({ Users })
})

test('who is not there is said, the user first', async () => {
  await using here = await circle(['ada'], ['a'])
  for (const change of [here.add, here.remove]) {
    expect(await refusedWith(change('nobody', 'a'))).toBe(noUser)
    expect(await refusedWith(change('nobody', 'none'))).toBe(noUser)
    expect(await refusedWith(change('ada', 'none'))).toBe(noGroup)
  }
  expect(await refusedWith(here.groupsOf('nobody'))).toBe(noUser)
  expect(await refusedWith(here.usersIn('none'))).toBe(noGroup)
})

test('a group of another pool is not seen', async () => {
  await using here = await circle(['ada'], ['a'])
  const other = (await here.call('CreateUserPool', { PoolName: 'other' })).UserPool?.Id ?? ''
  await here.call('CreateGroup', { UserPoolId: other, GroupName: 'theirs' })
  expect(await refusedWith(here.add('ada', 'theirs'))).toBe(noGroup)
  const elsewhere = { UserPoolId: other, Username: 'ada', GroupName: 'theirs' }
  expect(await refusedWith(here.call('AdminAddUserToGroup', elsewhere))).toBe(noUser)
})

test('groups of a user come page by page, by a token that is good for this list only', async () => {
  await using here = await circle(['ada', 'eve'], ['c', 'a', 'b'])
  const { call, UserPoolId } = here
  for (const group of ['a', 'b', 'c']) await here.add('ada', group)
  const list = (more = {}) => call('AdminListGroupsForUser', { UserPoolId, Username: 'ada', ...more })
  const first = await list({ Limit: 2 })
  expect(first.Groups?.map(({ GroupName }) => GroupName)).toEqual(['a', 'b'])
  const { NextToken } = first
  const last = await list({ Limit: 2, NextToken })
  expect(last.Groups?.map(({ GroupName }) => GroupName)).toEqual(['c'])
  expect(last.NextToken).toBeUndefined()
  expect((await list({ Limit: 0 })).Groups).toHaveLength(3)
  for (const foreign of [{ NextToken: 'made-up' }, { Username: 'eve', NextToken }])
    expect(await refusedWith(list(foreign))).toBe(badToken)
  expect(await refusedWith(call('ListGroups', { UserPoolId, NextToken }))).toBe(badToken)
  expect(await refusedWith(list({ Limit: 61 }))).toContain('less than or equal to 60')
})

test('users in a group come page by page, by a token that is good for this list only', async () => {
  await using here = await circle(['a', 'b', 'c'], ['all', 'other'])
  const { call, UserPoolId } = here
  for (const name of ['a', 'b', 'c']) await here.add(name, 'all')
  const list = (more = {}) => call('ListUsersInGroup', { UserPoolId, GroupName: 'all', ...more })
  const first = await list({ Limit: 2 })
  await here.remove('a', 'all')
  const { NextToken } = first
  const last = await list({ Limit: 2, NextToken })
  expect([first, last].map(({ Users }) => Users?.map(({ Username }) => Username))).toEqual([['a', 'b'], ['c']])
  expect(last.NextToken).toBeUndefined()
  expect((await list({ Limit: 0 })).Users).toHaveLength(2)
  for (const foreign of [{ NextToken: 'made-up' }, { GroupName: 'other', NextToken }])
    expect(await refusedWith(list(foreign))).toBe(badToken)
})

test('a user is in a hundred groups at the most', async () => {
  const names = Array.from({ length: mostGroupsOfUser }, (_, place) => `g${place}`)
  await using here = await circle(['ada'], [...names, 'last'])
  for (const name of names) await here.add('ada', name)
  expect(await refusedWith(here.add('ada', 'last'))).toBe(
    'InvalidParameterException: User has reached the limit of 100 groups.',
  )
  expect(await here.add('ada', 'g7')).toEqual({})
  await here.remove('ada', 'g7')
  expect(await here.add('ada', 'last')).toEqual({})
})

test('a user who was deleted is in no group, nor is the next one of their name', async () => {
  await using here = await circle(['ada'], ['a'])
  const { call, UserPoolId } = here
  await here.add('ada', 'a')
  await call('AdminDeleteUser', { UserPoolId, Username: 'ada' })
  expect(await here.usersIn('a')).toEqual([])
  await call('AdminCreateUser', { UserPoolId, Username: 'ada', MessageAction: 'SUPPRESS' })
  expect(await here.groupsOf('ada')).toEqual([])
})

sharedStoreTest('of all that happens to members at once nothing is lost', async (place) => {
  await using here = await circle(['ada', 'eve'], ['a', 'b', 'c', 'd'], { store: await place.open() })
  const groups = ['a', 'b', 'c', 'd']
  await Promise.all(groups.flatMap((group) => [here.add('ada', group), here.add('eve', group)]))
  await Promise.all(['a', 'b'].flatMap((group) => [here.remove('ada', group), here.add('ada', 'd')]))
  expect(await here.groupsOf('ada')).toEqual(['c', 'd'])
  expect(await here.groupsOf('eve')).toEqual(groups)
  const { call, UserPoolId } = here
  await Promise.all([
    call('DeleteGroup', { UserPoolId, GroupName: 'd' }),
    refusedWith(here.add('ada', 'd')),
    refusedWith(here.add('eve', 'd')),
  ])
  await call('CreateGroup', { UserPoolId, GroupName: 'd' })
  expect(await here.usersIn('d')).toEqual([])

  const deleted = call('AdminDeleteUser', { UserPoolId, Username: 'eve' })
  const added = await Promise.all(['d', 'd'].map((group) => refusedWith(here.add('eve', group))))
  await deleted
  for (const refusal of added) expect(['not refused', noUser]).toContain(refusal)
  expect(await here.usersIn('d')).toEqual([])
  expect(await here.usersIn('c')).toEqual(['ada'])
})
