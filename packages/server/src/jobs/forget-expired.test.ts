import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { adjustableClock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import { noRecorder } from '../recorder/recorder.ts'
import { openSqliteStore } from '../store/open-sqlite-store.ts'
import { aGroup, aPool, aSession, aUser } from '../testing/store-fixtures.ts'
import { startForgetting } from './forget-expired.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const everyMs = 600_000
const unexpected = () => new Error('refused')
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }

test('from time to time what has ended is forgotten, and removed pools are emptied', async () => {
  await using store = await openSqliteStore({ memory: true })
  const clock = adjustableClock({ now: () => 0 })
  const pool = aPool()
  const people = Array.from({ length: 1200 }, () => aUser(pool.id))
  const elsewhere = aSession(aUser('elsewhere'), { expiresAt: 1 })
  await store.decide([store.pools.add(pool, unexpected), store.sessions.open(elsewhere, unexpected)])
  await store.decide(people.flatMap((user) => store.users.add(user, [], unexpected)))
  await store.decide(store.pools.remove(pool.id, 0))
  clock.advance(7 * 86_400_000)
  const forgetting = startForgetting({ store, clock, log: silent, recorder: noRecorder })
  await vi.advanceTimersByTimeAsync(everyMs)
  await vi.waitFor(async () => expect(await store.pools.removed()).toEqual([]))
  await forgetting[Symbol.asyncDispose]()
  expect(await store.pools.estimatedUsers(pool.id)).toBe(0)
  expect(await store.sessions.find('elsewhere', elsewhere.sub, elsewhere.id)).toBeUndefined()
})

test('what removed groups have left is deleted from time to time', async () => {
  await using store = await openSqliteStore({ memory: true })
  const { groups, users, pools, decide } = store
  const clock = adjustableClock({ now: () => 0 })
  const pool = aPool()
  const [group, ada] = [aGroup(pool.id), aUser(pool.id)]
  const refusals = { limit: 10, gone: unexpected, taken: unexpected, tooMany: unexpected }
  await decide([pools.add(pool, unexpected), ...groups.add(group, refusals), ...users.add(ada, [], unexpected)])
  await decide(groups.join(ada, group, refusals))
  await decide(groups.remove(group, 0, unexpected))
  clock.advance(86_400_000)
  const forgetting = startForgetting({ store, clock, log: silent, recorder: noRecorder })
  await vi.advanceTimersByTimeAsync(everyMs)
  await vi.waitFor(async () => expect(await groups.removed()).toEqual([]))
  await forgetting[Symbol.asyncDispose]()
  expect(await users.findBySub(pool.id, ada.sub)).toEqual(ada)
})

test('a store that fails is said once a time, and the next time is another try', async () => {
  const events: string[] = []
  const log: Log = { ...silent, warn: (event) => events.push(event) }
  const store = await openSqliteStore({ memory: true })
  const forgetting = startForgetting({ store, clock: adjustableClock(), log, recorder: noRecorder })
  await store[Symbol.asyncDispose]()
  await vi.advanceTimersByTimeAsync(2 * everyMs)
  await forgetting[Symbol.asyncDispose]()
  expect(events).toEqual(['forgetting expired rows failed', 'forgetting expired rows failed'])
})
