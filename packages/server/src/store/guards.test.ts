import { expect } from 'vitest'
import { storeTest } from '../testing/every-store.ts'
import { aSession, aUser, uniqueText } from '../testing/store-fixtures.ts'

const locked = () => new Error('locked')
const over = () => new Error('over')
const second = 1000

const guardOf = (now: number) => ({ poolId: 'pool', who: uniqueText(12), kind: 'Password', now })

storeTest('tries are counted up to the limit in the window that the first one opened', async (store) => {
  const { guards, decide } = store
  const guard = { ...guardOf(0), kind: 'ForgotPassword', limit: 2, windowMs: 100 }
  const attempt = (now: number) => decide([guards.count({ ...guard, now }, over)])
  await attempt(0)
  await attempt(99)
  await expect(attempt(99)).rejects.toThrow('over')
  await attempt(100)
  await attempt(199)
  await expect(attempt(199)).rejects.toThrow('over')
})

storeTest('every kind and every user is counted apart', async (store) => {
  const { guards, decide } = store
  const guard = { ...guardOf(0), limit: 1, windowMs: 100 }
  const others = [
    { ...guard, kind: 'SignUp' },
    { ...guard, who: uniqueText(5) },
    { ...guard, poolId: 'other' },
  ]
  await decide([guard, ...others].map((each) => guards.count(each, over)))
  await expect(decide([guards.count(guard, over)])).rejects.toThrow('over')
})

storeTest('from the fifth wrong password on, each locks twice as long, 900 seconds at the most', async (store) => {
  const { guards, decide } = store
  const guard = guardOf(1)
  const locks: number[] = []
  for (let now = 1, miss = 1; miss <= 17; miss++) {
    await decide([guards.missPassword({ ...guard, now }, locked)])
    const until = (await guards.lockedUntil(guard.poolId, guard.who, now)) ?? now
    locks.push((until - now) / second)
    // The quiet time of the longest lock is over with it: one millisecond earlier it would still be locked.
    now = until
    if (locks.at(-1) === 900) break
  }
  expect(locks).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900])
})

storeTest('while locked, wrong and right passwords are refused and not counted', async (store) => {
  const { guards, decide } = store
  const guard = guardOf(0)
  for (let miss = 1; miss <= 5; miss++) await decide([guards.missPassword(guard, locked)])
  const during = { ...guard, now: second - 1 }
  await expect(decide([guards.missPassword(during, locked)])).rejects.toThrow('locked')
  await expect(decide([guards.clearPassword(during, locked)])).rejects.toThrow('locked')
  expect(await guards.lockedUntil(guard.poolId, guard.who, second - 1)).toBe(second)
  expect(await guards.lockedUntil(guard.poolId, guard.who, second)).toBeUndefined()
  await decide([guards.missPassword({ ...guard, now: second }, locked)])
  expect(await guards.lockedUntil(guard.poolId, guard.who, second)).toBe(3 * second)
})

storeTest('a right password, or 900 quiet seconds, start over', async (store) => {
  const { guards, decide } = store
  const [cleared, quiet] = [guardOf(0), guardOf(0)]
  for (let miss = 1; miss <= 4; miss++)
    await decide([guards.missPassword(cleared, locked), guards.missPassword(quiet, locked)])
  await decide([guards.clearPassword(cleared, locked)])
  await decide([guards.missPassword(cleared, locked)])
  await decide([guards.missPassword({ ...quiet, now: 900 * second }, locked)])
  expect(await guards.lockedUntil(cleared.poolId, cleared.who, 0)).toBeUndefined()
  expect(await guards.lockedUntil(quiet.poolId, quiet.who, 900 * second)).toBeUndefined()
  const notQuiet = guardOf(0)
  for (let miss = 1; miss <= 4; miss++) await decide([guards.missPassword(notQuiet, locked)])
  await decide([guards.missPassword({ ...notQuiet, now: 900 * second - 1 }, locked)])
  expect(await guards.lockedUntil(notQuiet.poolId, notQuiet.who, 900 * second - 1)).toBeDefined()
})

storeTest('one decision may count twice for the same user', async (store) => {
  const { guards, decide } = store
  const guard = guardOf(0)
  const misses = Array.from({ length: 5 }, () => guards.missPassword(guard, locked))
  await decide(misses)
  expect(await guards.lockedUntil(guard.poolId, guard.who, 0)).toBe(second)
})

storeTest('parallel wrong passwords cannot exceed the limit', async (store) => {
  const { guards, decide } = store
  const guard = guardOf(7)
  const tries = Array.from({ length: 100 }, () => decide([guards.missPassword(guard, locked)]))
  const outcomes = await Promise.allSettled(tries)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  expect(await guards.lockedUntil(guard.poolId, guard.who, 7)).toBe(7 + second)
})

storeTest('parallel tries cannot exceed an operation’s limit', async (store) => {
  const { guards, decide } = store
  const guard = { ...guardOf(0), limit: 10, windowMs: 100 }
  const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => decide([guards.count(guard, over)])))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
})

storeTest(
  'a sign-in and parallel wrong passwords take turns: it opens its session or is locked out, never both',
  async (store) => {
    const { guards, sessions, decide } = store
    for (let round = 0; round < 10; round++) {
      const guard = guardOf(7)
      const session = aSession(aUser(guard.poolId, { sub: guard.who }))
      const signIn = () =>
        decide([guards.clearPassword(guard, locked), sessions.open(session, () => new Error('spent'))])
      const miss = () => decide([guards.missPassword(guard, locked)])
      const [signedIn, ...misses] = await Promise.allSettled(
        [signIn, ...Array.from({ length: 12 }, () => miss)].map((act) => act()),
      )
      const counted = misses.filter(({ status }) => status === 'fulfilled').length
      const open = await sessions.find(session.poolId, session.sub, session.id)
      expect(open !== undefined).toBe(signedIn?.status === 'fulfilled')
      // Five in a row lock; a sign-in in between starts the row over, so that at most four more are counted before it.
      expect(counted).toBeLessThanOrEqual(signedIn?.status === 'fulfilled' ? 9 : 5)
      expect(counted).toBeGreaterThanOrEqual(5)
    }
  },
)
