import { expect } from 'vitest'
import { storeTest } from '../testing/every-store.ts'
import { aCode, aMessage, aSession, aUser, uniqueText } from '../testing/store-fixtures.ts'
import { Conflict } from './statement.ts'

const day = 86_400_000
const refused = () => new Error('refused')

storeTest('a session opens once under its id: that spends the attempt', async (store) => {
  const { sessions, decide } = store
  const session = aSession(aUser(uniqueText(9)))
  await decide([sessions.open(session, refused)])
  await expect(decide([sessions.open({ ...session, originJti: 'other' }, refused)])).rejects.toThrow('refused')
  expect(await sessions.find(session.poolId, session.sub, session.id)).toEqual(session)
  expect(await sessions.find(session.poolId, 'another', session.id)).toBeUndefined()
})

storeTest('a session keeps how strongly its sign-in authenticated', async ({ sessions, users, decide }) => {
  const user = aUser(uniqueText(9))
  const session = aSession(user, { acr: 'urn:cognito:loa:4', amr: ['pwd', 'otp', 'mfa'] })
  await decide([...users.add(user, [], refused), sessions.open(session, refused)])
  expect(await sessions.find(session.poolId, session.sub, session.id)).toEqual(session)
  const found = await users.findWithSession(user.poolId, user.sub, session.id)
  expect(found?.session).toEqual(session)
})

storeTest('a session rotates from the generation it is at, and only while it is not revoked', async (store) => {
  const { sessions, decide } = store
  const session = aSession(aUser(uniqueText(9)))
  await decide([sessions.open(session, refused)])
  await decide([sessions.rotate(session, 1500, refused)])
  const rotated = { ...session, generation: 1, rotatedAt: 1500 }
  expect(await sessions.find(session.poolId, session.sub, session.id)).toEqual(rotated)
  await expect(decide([sessions.rotate(session, 1600, refused)])).rejects.toThrow('refused')
  await decide([sessions.revoke(rotated, 1700)])
  await expect(decide([sessions.rotate(rotated, 1800, refused)])).rejects.toThrow('refused')
  expect((await sessions.find(session.poolId, session.sub, session.id))?.revokedAt).toBe(1700)
})

storeTest(
  'revoking all sessions of a user leaves those of others, and earlier revocations, as they are',
  async (store) => {
    const { sessions, decide } = store
    const user = aUser(uniqueText(9))
    const [first, second, other] = [aSession(user), aSession(user), aSession(aUser(user.poolId))]
    await decide([first, second, other].map((session) => sessions.open(session, refused)))
    await decide([sessions.revoke(first, 100)])
    await decide([sessions.revokeAll(user.poolId, user.sub, 200)])
    const revokedAt = async ({ poolId, sub, id }: typeof first) => (await sessions.find(poolId, sub, id))?.revokedAt
    expect(await Promise.all([first, second, other].map(revokedAt))).toEqual([100, 200, undefined])
  },
)

storeTest('a step of an attempt is spent once', async (store) => {
  const { sessions, decide } = store
  const step = { poolId: uniqueText(9), attemptId: 'attempt', step: 1, expiresAt: 1000 }
  await decide([sessions.spend(step, refused)])
  await expect(decide([sessions.spend(step, refused)])).rejects.toThrow('refused')
  await decide([sessions.spend({ ...step, step: 2 }, refused)])
})

storeTest('a newer code of the same purpose replaces the older, which can then not be taken', async (store) => {
  const { codes, decide } = store
  const user = aUser(uniqueText(9))
  const [older, newer, other] = [aCode(user), aCode(user), aCode(user, { purpose: 'ForgotPassword' })]
  await decide([codes.put(older), codes.put(other)])
  await decide([codes.put(newer)])
  expect(await codes.find(user.poolId, user.sub, 'ConfirmSignUp')).toEqual(newer)
  await expect(decide([codes.take(older)])).rejects.toBeInstanceOf(Conflict)
  await decide([codes.take(newer)])
  await expect(decide([codes.take(newer)])).rejects.toBeInstanceOf(Conflict)
  expect(await codes.find(user.poolId, user.sub, 'ConfirmSignUp')).toBeUndefined()
  expect(await codes.find(user.poolId, user.sub, 'ForgotPassword')).toEqual(other)
})

storeTest('a code can be discarded whether it is there or not', async (store) => {
  const { codes, decide } = store
  const code = aCode(aUser(uniqueText(9)))
  await decide([codes.put(code)])
  await decide([codes.discard(code.poolId, code.sub, code.purpose)])
  await decide([codes.discard(code.poolId, code.sub, code.purpose)])
  expect(await codes.find(code.poolId, code.sub, code.purpose)).toBeUndefined()
})

storeTest('what has ended is forgotten, a bounded number a table: steps and guards at once', async (store) => {
  const { sessions, guards, decide, forgetExpired } = store
  const poolId = uniqueText(9)
  const step = (attemptId: string, expiresAt: number) =>
    sessions.spend({ poolId, attemptId, step: 1, expiresAt }, refused)
  await decide([
    ...['a', 'b', 'c'].map((id) => step(id, 10)),
    step('d', 20),
    guards.count({ poolId, who: 'x', kind: 'SignUp', now: 0, limit: 1, windowMs: 10 }, refused),
  ])
  expect(await forgetExpired(11, 2)).toBe(3)
  expect(await forgetExpired(11, 2)).toBe(1)
  expect(await forgetExpired(11, 2)).toBe(0)
  await expect(decide([step('d', 20)])).rejects.toThrow('refused')
  await decide([step('a', 30)])
  expect(await forgetExpired(31, 100)).toBe(2)
})

storeTest('sessions and codes are forgotten a day after their end, settled messages after a week', async (store) => {
  const { sessions, codes, outbox, decide, forgetExpired } = store
  const session = aSession(aUser(uniqueText(9)), { expiresAt: 5 })
  const code = aCode(aUser(uniqueText(9)), { expiresAt: 5 })
  const sent = aMessage({ createdAt: 5, dueAt: 5, state: 'sent' })
  const waiting = aMessage({ createdAt: 4, dueAt: 100 * day })
  await decide([sessions.open(session, refused), codes.put(code), outbox.put(sent), outbox.put(waiting)])
  const left = async () => [
    await sessions.find(session.poolId, session.sub, session.id),
    await codes.find(code.poolId, code.sub, code.purpose),
    ...(await outbox.list({ limit: 5 })),
  ]
  await forgetExpired(5 + day, 100)
  expect(await left()).toEqual([session, code, sent, waiting])
  await forgetExpired(6 + day, 100)
  await forgetExpired(5 + 7 * day, 100)
  expect(await left()).toEqual([undefined, undefined, sent, waiting])
  await forgetExpired(6 + 7 * day, 100)
  expect(await left()).toEqual([undefined, undefined, waiting])
  await decide([outbox.remove(waiting.id)])
})

storeTest('a few at a time, what ended first is forgotten first', async (store) => {
  const { sessions, decide, forgetExpired } = store
  const user = aUser(uniqueText(9))
  const [older, newer] = [aSession(user, { id: 'b', expiresAt: 1 }), aSession(user, { id: 'a', expiresAt: 2 })]
  await decide([newer, older].map((session) => sessions.open(session, refused)))
  await forgetExpired(100 * day, 1)
  expect(await sessions.find(user.poolId, user.sub, older.id)).toBeUndefined()
  expect(await sessions.find(user.poolId, user.sub, newer.id)).toEqual(newer)
  await forgetExpired(100 * day, 9)
})

storeTest('due messages are taken in turn, and come back when their taker does not settle them', async (store) => {
  const { outbox, decide } = store
  const [first, second, later] = [aMessage({ dueAt: 1 }), aMessage({ dueAt: 2 }), aMessage({ dueAt: 50 })]
  await decide([later, second, first].map(outbox.put))
  expect(await outbox.take(10, 1, 100)).toEqual([{ ...first, dueAt: 110 }])
  expect(await outbox.take(10, 5, 100)).toEqual([{ ...second, dueAt: 110 }])
  expect(await outbox.take(10, 5, 100)).toEqual([])
  await decide([outbox.settle({ ...first, state: 'sent', attempts: 1 }), outbox.remove(second.id)])
  expect((await outbox.take(110, 5, 100)).map(({ id }) => id)).toEqual([later.id])
  await decide([outbox.settle({ ...later, dueAt: 300, attempts: 1 })])
  expect(await outbox.take(299, 5, 100)).toEqual([])
  expect(await outbox.take(300, 5, 100)).toEqual([{ ...later, dueAt: 400, attempts: 1 }])
  await decide([outbox.clear(), outbox.remove(later.id)])
})

storeTest(
  'messages are listed newest first, of one person if asked so, and cleared but for those that wait',
  async (store) => {
    const { outbox, decide } = store
    const sent = { recipientDigest: 'ada', state: 'sent' } as const
    const [old, recent] = [aMessage({ ...sent, createdAt: 1 }), aMessage({ createdAt: 2 })]
    const newest = aMessage({ ...sent, createdAt: 3, state: 'failed' })
    await decide([recent, newest, old].map(outbox.put))
    expect(await outbox.list({ limit: 2 })).toEqual([newest, recent])
    expect(await outbox.list({ recipientDigest: 'ada', limit: 9 })).toEqual([newest, old])
    expect(await outbox.waiting()).toBe(1)
    await decide([outbox.clear()])
    expect(await outbox.list({ limit: 2 })).toEqual([recent])
    await decide([outbox.remove(recent.id)])
    expect(await outbox.waiting()).toBe(0)
  },
)

storeTest(
  'messages of one instant have one order, which trimming follows; what waits is not trimmed',
  async (store) => {
    const { outbox, decide } = store
    const ids = ['d', 'b', 'e', 'a', 'c'].map((letter) => `${letter}-${uniqueText(9)}`)
    const sent = ids.map((id) => aMessage({ id, createdAt: 7, dueAt: 7, state: 'sent' }))
    const waiting = aMessage({ id: '0', createdAt: 6, dueAt: 100 })
    await decide([...sent, waiting].map(outbox.put))
    const newestFirst = ids.toSorted().toReversed()
    const listed = async () => (await outbox.list({ limit: 9 })).map(({ id }) => id)
    expect(await listed()).toEqual([...newestFirst, '0'])
    await decide([outbox.trim(6)])
    expect(await listed()).toEqual([...newestFirst, '0'])
    await decide([outbox.trim(2)])
    expect(await listed()).toEqual([...newestFirst.slice(0, 2), '0'])
    await decide([outbox.clear(), outbox.remove('0')])
  },
)

storeTest('a store that can read and write says so', async (store) => {
  await store.ping()
})
