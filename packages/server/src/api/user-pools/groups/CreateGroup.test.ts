import type { CreateGroupRequest } from '@cognate/wire/user-pools.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resourceQuotas } from '../../../domain/resource-quotas.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { aGroup, aUser } from '../../../testing/store-fixtures.ts'
import { type TestWorld, testWorld } from '../../../testing/world.ts'

let here: TestWorld
beforeAll(async () => {
  here = await testWorld()
})
afterAll(() => here[Symbol.asyncDispose]())

const notFound = 'ResourceNotFoundException: Group not found.'
const [role, otherRole] = ['arn:aws:iam::000000000000:role/admins', 'arn:aws:iam::000000000000:role/others']
const newPool = async () => (await here.call('CreateUserPool', { PoolName: 'p' })).UserPool?.Id ?? ''
const create = async (UserPoolId: string, members: Partial<CreateGroupRequest> = {}) =>
  (await here.call('CreateGroup', { UserPoolId, GroupName: 'admins', ...members })).Group
const groupIn = async (UserPoolId: string, GroupName = 'admins') =>
  (await here.call('GetGroup', { UserPoolId, GroupName })).Group

describe('a group that is made', () => {
  test('is given back with every member that was said', async () => {
    const UserPoolId = await newPool()
    const members = { GroupName: 'Ädmins/1', Description: 'who may', RoleArn: role, Precedence: 0 }
    const group = await create(UserPoolId, members)
    const now = here.clock.now() / 1000
    expect(group).toEqual({ UserPoolId, ...members, CreationDate: now, LastModifiedDate: now })
    expect(await groupIn(UserPoolId, 'Ädmins/1')).toEqual(group)
  })

  test('has no description, role or precedence of which nothing was said', async () => {
    const group = await create(await newPool())
    expect(Object.keys(group ?? {}).toSorted()).toEqual(['CreationDate', 'GroupName', 'LastModifiedDate', 'UserPoolId'])
  })

  test('has a name that is taken in its pool alone, case told apart', async () => {
    const [UserPoolId, other] = [await newPool(), await newPool()]
    await create(UserPoolId)
    expect(await refusedWith(create(UserPoolId))).toBe('GroupExistsException: A group with the name already exists')
    expect(await create(UserPoolId, { GroupName: 'Admins' })).toHaveProperty('GroupName', 'Admins')
    expect(await create(other)).toHaveProperty('UserPoolId', other)
  })

  test('is one of those that were asked for at once', async () => {
    const UserPoolId = await newPool()
    const refusals = await Promise.all(Array.from({ length: 5 }, () => refusedWith(create(UserPoolId))))
    expect(refusals.filter((refusal) => refusal === 'not refused')).toHaveLength(1)
  })

  test.each([
    { GroupName: 'two words' },
    { GroupName: 'x'.repeat(129) },
    { Precedence: -1 },
    { RoleArn: 'role/admins-of-it' },
  ])('is refused when it is not as the model says: %j', async (members) => {
    expect(await refusedWith(create(await newPool(), members))).toContain('InvalidParameterException')
  })

  test('is refused in a pool that is not there, and in one that is full', async () => {
    expect(await refusedWith(create('us-east-1_none'))).toBe(
      'ResourceNotFoundException: User pool us-east-1_none does not exist.',
    )
    const UserPoolId = await newPool()
    const { groups, decide } = here.world.store
    const unexpected = () => new Error('refused')
    const refusals = { limit: resourceQuotas.Groups.standard, gone: unexpected, taken: unexpected, tooMany: unexpected }
    const most = Array.from({ length: resourceQuotas.Groups.standard }, () => aGroup(UserPoolId))
    for (let at = 0; at < most.length; at += 500)
      await decide(most.slice(at, at + 500).flatMap((group) => groups.add(group, refusals)))
    expect(await refusedWith(create(UserPoolId))).toBe(
      'LimitExceededException: User pool has reached its limit of 10000 groups.',
    )
  })
})

describe('a group that is updated', () => {
  test('changes in what is said, and is otherwise as it was [K]', async () => {
    const UserPoolId = await newPool()
    const made = await create(UserPoolId, { Description: 'who may', RoleArn: role, Precedence: 3 })
    here.clock.advance(1000)
    const change = { UserPoolId, GroupName: 'admins', RoleArn: otherRole, Precedence: 0 }
    const { Group } = await here.call('UpdateGroup', change)
    expect(Group).toEqual({
      ...made,
      RoleArn: otherRole,
      Precedence: 0,
      LastModifiedDate: here.clock.now() / 1000,
    })
    expect(await groupIn(UserPoolId)).toEqual(Group)
  })

  test('keeps what different callers said at once', async () => {
    const UserPoolId = await newPool()
    await create(UserPoolId)
    const changes = { Description: 'd', RoleArn: role, Precedence: 7 }
    const update = ([name, value]: readonly [string, string | number]) =>
      here.call('UpdateGroup', { UserPoolId, GroupName: 'admins', [name]: value })
    await Promise.all(Object.entries(changes).map(update))
    expect(await groupIn(UserPoolId)).toMatchObject(changes)
  })

  test('has to be there', async () => {
    const UserPoolId = await newPool()
    expect(await refusedWith(here.call('UpdateGroup', { UserPoolId, GroupName: 'admins' }))).toBe(notFound)
  })
})

describe('a group that is deleted', () => {
  test('is not found any more, and cannot be deleted twice', async () => {
    const UserPoolId = await newPool()
    await create(UserPoolId)
    const remove = () => refusedWith(here.call('DeleteGroup', { UserPoolId, GroupName: 'admins' }))
    expect((await Promise.all([remove(), remove()])).toSorted()).toEqual([notFound, 'not refused'])
    expect(await refusedWith(groupIn(UserPoolId))).toBe(notFound)
    expect(await remove()).toBe(notFound)
  })

  test('leaves nobody in the next one of its name, and nothing in the store', async () => {
    const UserPoolId = await newPool()
    const membership = { UserPoolId, GroupName: 'admins', Username: 'ada' }
    await here.call('AdminCreateUser', { UserPoolId, Username: 'ada', MessageAction: 'SUPPRESS' })
    await create(UserPoolId)
    await here.call('AdminAddUserToGroup', membership)
    await here.call('DeleteGroup', { UserPoolId, GroupName: 'admins' })
    await create(UserPoolId)
    expect(await here.call('ListUsersInGroup', { UserPoolId, GroupName: 'admins' })).toEqual({ Users: [] })
    expect(await here.world.store.users.findByName(UserPoolId, 'ada', ['username'])).not.toHaveProperty('inGroups')
  })
})

test('a group of many leaves no membership behind', async () => {
  const UserPoolId = await newPool()
  await create(UserPoolId)
  const { groups, users, decide } = here.world.store
  const group = await groups.find(UserPoolId, 'admins')
  if (!group) throw new Error('the group is not there')
  const unexpected = () => new Error('refused')
  const people = Array.from({ length: 1100 }, () => aUser(UserPoolId))
  const refusals = { limit: 1, gone: unexpected, tooMany: unexpected }
  await decide(people.flatMap((user) => [...users.add(user, [], unexpected), ...groups.join(user, group, refusals)]))
  await here.call('DeleteGroup', { UserPoolId, GroupName: 'admins' })
  const left = await Promise.all(people.map(({ sub }) => users.findBySub(UserPoolId, sub)))
  expect(left.filter((user) => user?.inGroups !== undefined)).toEqual([])
  expect(left).toContainEqual(people[0])
})

test('groups are listed page by page, and a token is good for its own pool only', async () => {
  const [UserPoolId, other] = [await newPool(), await newPool()]
  for (const GroupName of ['c', 'a', 'b']) await create(UserPoolId, { GroupName })
  await create(other, { GroupName: 'not-here' })
  const list = (members = {}) => here.call('ListGroups', { UserPoolId, ...members })
  const namesIn = async (members = {}) => (await list(members)).Groups?.map(({ GroupName }) => GroupName)

  const { NextToken, Groups } = await list({ Limit: 2 })
  expect(Groups?.map(({ GroupName }) => GroupName)).toEqual(['a', 'b'])
  await here.call('DeleteGroup', { UserPoolId, GroupName: 'b' })
  const last = await list({ Limit: 2, NextToken })
  expect(last).toEqual({ Groups: [await groupIn(UserPoolId, 'c')] })
  expect(await namesIn()).toEqual(['a', 'c'])
  expect(await namesIn({ Limit: 0 })).toEqual(['a', 'c'])
  for (const foreign of [{ NextToken: 'made-up' }, { UserPoolId: other, NextToken }])
    expect(await refusedWith(list(foreign))).toBe('InvalidParameterException: Invalid pagination token.')
  expect(await refusedWith(list({ Limit: 61 }))).toContain('less than or equal to 60')
})
