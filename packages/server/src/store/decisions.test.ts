import { expect, test } from 'vitest'
import { sharedStoreTest, storeTest } from '../testing/every-store.ts'
import { aClient, aMessage, aSession, aUser, uniqueText } from '../testing/store-fixtures.ts'
import { settled, Contention } from './settled.ts'
import { StorageFailure } from './storage-failure.ts'
import { Conflict } from './statement.ts'

const taken = () => new Error('taken')
const spent = () => new Error('spent')

storeTest('a decision whose condition fails leaves nothing behind, wherever the condition stands', async (store) => {
  const { sessions, users, decide } = store
  const user = aUser(uniqueText(9))
  const used = aSession(user)
  await decide([sessions.open(used, spent)])
  const [before, after] = [aSession(user), aSession(user)]
  const opening = [before, used, after].map((session) => sessions.open(session, spent))
  await expect(decide(opening)).rejects.toThrow('spent')
  await expect(decide([...opening, sessions.revoke(before, 1)])).rejects.toThrow('spent')
  await expect(decide([...users.add(user, [], taken), ...opening])).rejects.toThrow('spent')
  expect(await sessions.find(user.poolId, user.sub, before.id)).toBeUndefined()
  expect(await sessions.find(user.poolId, user.sub, after.id)).toBeUndefined()
  expect(await users.findBySub(user.poolId, user.sub)).toBeUndefined()
})

storeTest('the first condition that fails is the one that is thrown', async (store) => {
  const { sessions, decide } = store
  const used = aSession(aUser(uniqueText(9)))
  await decide([sessions.open(used, spent)])
  const twice = [sessions.open(used, () => new Error('first')), sessions.open(used, () => new Error('second'))]
  await expect(decide(twice)).rejects.toThrow('first')
  await expect(decide([...twice, sessions.revoke(used, 1)])).rejects.toThrow('first')
})

storeTest('what the database itself refuses is a storage failure, and harms no other decision', async (store) => {
  const { users, sessions, decide } = store
  const user = aUser(uniqueText(9))
  await decide(users.add(user, [], taken))
  const session = aSession(user)
  const outcomes = await Promise.allSettled([
    decide(users.add(user, [], taken)),
    decide([sessions.open(session, spent)]),
    decide([sessions.revoke(session, 1), ...users.add(user, [], taken)]),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected'])
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
  expect(reasons.every((reason) => reason instanceof StorageFailure)).toBe(true)
  expect((await sessions.find(user.poolId, user.sub, session.id))?.revokedAt).toBeUndefined()
})

storeTest('an empty decision is no decision', async (store) => {
  await store.decide([])
})

storeTest('of a hundred decisions that want the same thing, one gets it', async (store) => {
  const { users, decide } = store
  const poolId = uniqueText(9)
  const wanting = Array.from({ length: 100 }, () => aUser(poolId))
  const name = { kind: 'username', name: 'ada' } as const
  const outcomes = await Promise.allSettled(wanting.map((user) => decide(users.add(user, [name], taken))))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const winner = wanting[outcomes.findIndex(({ status }) => status === 'fulfilled')]
  expect((await users.findByName(poolId, 'ada', ['username']))?.sub).toBe(winner?.sub)
  expect((await users.search(poolId, { limit: 60 })).items).toHaveLength(1)
})

storeTest(
  'work that meets Conflict is done again until it is settled, be there twenty who want the same',
  async (store) => {
    const { users, decide } = store
    const user = aUser(uniqueText(9), { attributes: { 'custom:count': '0' } })
    await decide(users.add(user, [], taken))
    const countUp = () =>
      settled(async () => {
        const before = await users.findBySub(user.poolId, user.sub)
        if (!before) throw new Error('gone')
        const count = String(Number(before.attributes['custom:count']) + 1)
        await decide(users.save({ ...before, attributes: { 'custom:count': count } }, before))
      })
    await Promise.all(Array.from({ length: 20 }, countUp))
    expect((await users.findBySub(user.poolId, user.sub))?.attributes).toEqual({ 'custom:count': '20' })
  },
)

storeTest('decisions that lock the same things in opposite order all come through', async (store) => {
  const { clients, decide } = store
  const poolId = uniqueText(9)
  const [a, b] = [aClient(poolId), aClient(poolId)]
  await decide([clients.add(a, taken), clients.add(b, taken)])
  const rounds = Array.from({ length: 4 }, (_, round) =>
    settled(async () => {
      const found = await Promise.all([a, b].map(({ id }) => clients.find(poolId, id)))
      const both = found.flatMap((client) => (client ? [clients.save(client)] : []))
      await decide(round % 2 ? both : both.toReversed())
    }).catch((error: unknown) => expect(error).toBeInstanceOf(Contention)),
  )
  await Promise.all(rounds)
  expect((await clients.find(poolId, a.id))?.version).toBe((await clients.find(poolId, b.id))?.version)
})

test('work that never settles ends in Contention, and other errors are not tried again', async () => {
  let tries = 0
  const conflicting = settled(() => {
    tries++
    return Promise.reject(new Conflict())
  })
  await expect(conflicting).rejects.toBeInstanceOf(Contention)
  expect(tries).toBe(12)
  await expect(settled(() => Promise.reject(new Error('other')))).rejects.toThrow('other')
})

sharedStoreTest(
  'several nodes share a store: what one commits the other reads, and a message is taken by one',
  async (place) => {
    await using one = await place.open()
    await using two = await place.open()
    const messages = Array.from({ length: 20 }, () => aMessage())
    await one.decide(messages.map(one.outbox.put))
    const taken = await Promise.all([one, two, one, two].map(({ outbox }) => outbox.take(2000, 10, 100)))
    const ids = taken.flat().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(10)
  },
)

sharedStoreTest('what was accepted before the end is there after it; what comes later is refused', async (place) => {
  const store = await place.open()
  const users = Array.from({ length: 50 }, () => aUser('pool'))
  const adding = users.map((user) => store.decide(store.users.add(user, [], taken)))
  await Promise.all([...adding, store[Symbol.asyncDispose]()])
  await expect(store.ping()).rejects.toBeInstanceOf(StorageFailure)
  await using again = await place.open()
  const found = await Promise.all(users.map(({ sub }) => again.users.findBySub('pool', sub)))
  expect(found.every((user) => user !== undefined)).toBe(true)
})
