import { expect } from 'vitest'
import type { Group } from '../domain/group.ts'
import type { User } from '../domain/user.ts'
import { storeTest } from '../testing/every-store.ts'
import { aGroup, aPool, aSession, aUser, uniqueText } from '../testing/store-fixtures.ts'
import { Conflict } from './statement.ts'
import type { Store } from './store.ts'

const refusals = (limit = 10) => ({
  limit,
  gone: () => new Error('gone'),
  taken: () => new Error('taken'),
  tooMany: () => new Error('too many'),
})

/** A pool with groups and users of these names. */
async function scene(
  { pools, groups, users, decide }: Store,
  names: readonly string[],
  people: readonly string[] = [],
) {
  const pool = aPool()
  const made = names.map((name) => aGroup(pool.id, { name }))
  const everybody = people.map((sub) => aUser(pool.id, { sub }))
  await decide([
    pools.add(pool, refusals().taken),
    ...made.flatMap((group) => groups.add(group, refusals())),
    ...everybody.flatMap((user) => users.add(user, [{ kind: 'username', name: user.sub }], refusals().taken)),
  ])
  return { pool, groups: made, users: everybody }
}

const some = <Item>(items: readonly Item[]): Item => {
  const [first] = items
  if (first === undefined) throw new Error('there is none')
  return first
}

const namesOf = async ({ groups }: Store, { poolId, sub }: User) =>
  (await groups.ofUser(poolId, sub, { limit: 100 })).items.map(({ name }) => name)

const membersOf = async ({ groups }: Store, group: Group) =>
  (await groups.members(group, { limit: 100 })).items.map(({ sub }) => sub)

storeTest('a group comes back as it was stored, and its name is taken in its pool only', async (store) => {
  const { groups, decide } = store
  const { pool, groups: made } = await scene(store, ['admins'])
  const group = some(made)
  expect(await groups.find(pool.id, 'admins')).toEqual(group)
  expect(await groups.find(pool.id, 'Admins')).toBeUndefined()
  await expect(decide(groups.add(aGroup(pool.id, { name: 'admins' }), refusals()))).rejects.toThrow('taken')
  const other = await scene(store, ['admins'])
  expect(await groups.find(other.pool.id, 'admins')).toEqual(some(other.groups))
})

storeTest('a group needs its pool, which holds no more than so many, also of those added at once', async (store) => {
  const { groups, decide } = store
  await expect(decide(groups.add(aGroup(uniqueText(9)), refusals()))).rejects.toThrow('gone')
  const { pool } = await scene(store, ['a', 'b'])
  const outcomes = await Promise.allSettled(
    Array.from({ length: 6 }, () => decide(groups.add(aGroup(pool.id), refusals(4)))),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect((await groups.list(pool.id, { limit: 10 })).items).toHaveLength(4)
  await expect(decide(groups.add(aGroup(pool.id), refusals(4)))).rejects.toThrow('too many')
})

storeTest('of groups of one name that are added at once there is one', async (store) => {
  const { groups, decide } = store
  const { pool } = await scene(store, [])
  const add = () => decide(groups.add(aGroup(pool.id, { name: 'one' }), refusals()))
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, add))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

storeTest('saving a group counts its version up and refuses an outdated one', async (store) => {
  const { groups, decide } = store
  const { pool, groups: made } = await scene(store, ['admins'])
  const group = some(made)
  const settings = { Description: 'ä', Precedence: 0 }
  await decide([groups.save({ ...group, settings, modifiedAt: 9 })])
  expect(await groups.find(pool.id, 'admins')).toEqual({ ...group, settings, modifiedAt: 9, version: 2 })
  await expect(decide([groups.save(group)])).rejects.toBeInstanceOf(Conflict)
})

storeTest('groups of a pool are listed page by page in the order of their names', async (store) => {
  const { groups } = store
  const { pool } = await scene(store, ['c', 'B', 'a', 'é'])
  const first = await groups.list(pool.id, { limit: 3 })
  expect(first.items.map(({ name }) => name)).toEqual(['B', 'a', 'c'])
  const last = await groups.list(pool.id, { limit: 3, after: first.next ?? '' })
  expect(last.items.map(({ name }) => name)).toEqual(['é'])
  expect(last.next).toBeUndefined()
})

storeTest('who joins a group is in it once, until they leave it', async (store) => {
  const { groups, decide } = store
  const { groups: made, users } = await scene(store, ['a', 'b'], ['ada', 'eve'])
  const [group, ada] = [some(made), some(users)]
  await decide(groups.join(ada, group, refusals()))
  await decide(groups.join(ada, group, refusals()))
  expect(await namesOf(store, ada)).toEqual(['a'])
  expect(await membersOf(store, group)).toEqual(['ada'])
  await decide([groups.leave(ada, group)])
  await decide([groups.leave(ada, group)])
  expect(await namesOf(store, ada)).toEqual([])
  expect(await membersOf(store, group)).toEqual([])
})

storeTest('members and groups of a user come page by page', async (store) => {
  const { groups, decide } = store
  const { groups: made, users } = await scene(store, ['c', 'a', 'b'], ['z', 'x', 'y'])
  const group = some(made)
  await decide(users.flatMap((user) => made.flatMap((each) => groups.join(user, each, refusals()))))
  const people = await groups.members(group, { limit: 2 })
  expect(people.items).toEqual([users[1], users[2]])
  expect((await groups.members(group, { limit: 2, after: people.next ?? '' })).items).toEqual([users[0]])
  const { poolId, sub } = some(users)
  const first = await groups.ofUser(poolId, sub, { limit: 2 })
  expect(first.items.map(({ name }) => name)).toEqual(['a', 'b'])
  const last = await groups.ofUser(poolId, sub, { limit: 2, after: first.next ?? '' })
  expect(last).toEqual({ items: [group] })
})

storeTest('a user who is read says whether they may be in groups', async (store) => {
  const { groups, users, sessions, decide } = store
  const { pool, groups: made, users: people } = await scene(store, ['a'], ['ada'])
  const ada = some(people)
  const session = aSession(ada)
  await decide([sessions.open(session, refusals().taken)])
  const reads = async () => [
    await users.findBySub(pool.id, 'ada'),
    await users.findByName(pool.id, 'ada', ['username']),
    (await users.findWithSession(pool.id, 'ada', session.id))?.user,
  ]
  expect(await reads()).toEqual([ada, ada, ada])
  await decide(groups.join(ada, some(made), refusals()))
  const inGroups = { ...ada, inGroups: true }
  expect(await reads()).toEqual([inGroups, inGroups, inGroups])
})

storeTest('a user is in no more groups than allowed, however many they join at once', async (store) => {
  const { groups, decide } = store
  const { groups: made, users } = await scene(store, ['a', 'b', 'c', 'd', 'e'], ['ada'])
  const ada = some(users)
  const outcomes = await Promise.allSettled(made.map((group) => decide(groups.join(ada, group, refusals(3)))))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  const [mine] = (await groups.ofUser(ada.poolId, 'ada', { limit: 10 })).items
  await decide(groups.join(ada, mine ?? some(made), refusals(3)))
  expect(await namesOf(store, ada)).toHaveLength(3)
})

storeTest('joining and leaving at once ends in one of the two', async (store) => {
  const { groups, users, decide } = store
  const { groups: made, users: people } = await scene(store, ['a'], ['ada'])
  const [group, ada] = [some(made), some(people)]
  await Promise.all(
    Array.from({ length: 8 }, (_, place) =>
      decide(place % 2 === 0 ? groups.join(ada, group, refusals()) : [groups.leave(ada, group)]),
    ),
  )
  const isMember = (await membersOf(store, group)).length === 1
  expect(await namesOf(store, ada)).toEqual(isMember ? ['a'] : [])
  expect((await users.findBySub(ada.poolId, 'ada'))?.inGroups).toBe(isMember ? true : undefined)
})

storeTest('a user who is deleted leaves their groups, and cannot join one', async (store) => {
  const { groups, users, decide } = store
  const { groups: made, users: people } = await scene(store, ['a'], ['ada'])
  const [group, ada] = [some(made), some(people)]
  await Promise.allSettled([
    decide(groups.join(ada, group, refusals())),
    decide(users.remove(ada)),
    decide(groups.join(ada, group, refusals())),
  ])
  await expect(decide(groups.join(ada, group, refusals()))).rejects.toThrow('gone')
  await decide(users.add(ada, [], refusals().taken))
  expect((await users.findBySub(ada.poolId, 'ada'))?.inGroups).toBeUndefined()
  expect(await membersOf(store, group)).toEqual([])
})

storeTest('a removed group is gone at once, and nobody is in the next one of its name', async (store) => {
  const { groups, decide } = store
  const { pool, groups: made, users } = await scene(store, ['a', 'b'], ['ada', 'eve', 'kim'])
  const [group, ada] = [some(made), some(users)]
  await decide(users.flatMap((user) => made.flatMap((each) => groups.join(user, each, refusals()))))
  await decide(groups.remove(group, 0, refusals().gone))
  await expect(decide(groups.remove(group, 0, refusals().gone))).rejects.toThrow('gone')
  expect(await groups.find(pool.id, 'a')).toBeUndefined()
  expect(await namesOf(store, ada)).toEqual(['b'])
  const next = aGroup(pool.id, { name: 'a' })
  await decide(groups.add(next, refusals()))
  expect(await membersOf(store, next)).toEqual([])
  await decide(groups.join(ada, next, refusals(2)))
  expect(await groups.empty(group, 0, 2)).toBe(2)
  expect(await groups.empty(group, 0, 2)).toBe(1)
  expect(await namesOf(store, ada)).toEqual(['a', 'b'])
})

storeTest('who still saw a group as it was removed is not left in it', async (store) => {
  const { groups, users, decide } = store
  const { pool, groups: made, users: people } = await scene(store, ['a'], ['ada'])
  const [group, ada] = [some(made), some(people)]
  const isMarked = async () => (await groups.removed()).some(({ id }) => id === group.id)
  await decide(groups.remove(group, 1000, refusals().gone))
  expect(await groups.empty(group, 1000, 10)).toBe(0)
  await decide(groups.join(ada, group, refusals()))
  expect(await namesOf(store, ada)).toEqual([])
  expect(await groups.removed()).toContainEqual({ poolId: pool.id, id: group.id })
  expect(await groups.empty(group, 61_000, 10)).toBe(1)
  expect((await users.findBySub(pool.id, 'ada'))?.inGroups).toBeUndefined()
  await groups.empty(group, 301_000, 10)
  expect(await isMarked()).toBe(true)
  await groups.empty(group, 301_001, 10)
  expect(await isMarked()).toBe(false)
})

storeTest('a removed pool leaves no group and no membership', async (store) => {
  const { groups, pools, decide } = store
  const { pool, groups: made, users } = await scene(store, ['a', 'b'], ['ada'])
  const ada = some(users)
  await decide(made.flatMap((group) => groups.join(ada, group, refusals())))
  await decide(groups.remove(some(made), 0, refusals().gone))
  await decide(pools.remove(pool.id, 0))
  while ((await pools.empty(pool.id, 0, 1)) > 0);
  expect(await groups.list(pool.id, { limit: 10 })).toEqual({ items: [] })
  expect(await namesOf(store, ada)).toEqual([])
  expect((await groups.removed()).some(({ poolId }) => poolId === pool.id)).toBe(false)
  expect(await groups.empty(some(made), 0, 10)).toBe(0)
})
