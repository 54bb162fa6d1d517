import { expect } from 'vitest'
import type { Session } from '../domain/session.ts'
import { storeTest } from '../testing/every-store.ts'
import { aSession, aUser, uniqueText } from '../testing/store-fixtures.ts'
import type { Store } from './store.ts'

const refused = () => new Error('refused')
const [now, later] = [100_000, 900_000]

async function opened(store: Store, sessions: readonly Session[]) {
  for (const session of sessions) await store.decide([store.sessions.open(session, refused)])
}

const at = (authenticatedAt: number, over: Partial<Session> = {}) => ({ authenticatedAt, expiresAt: later, ...over })

storeTest('live sessions of a user are listed, the last used first, so many as are asked for', async (store) => {
  const user = aUser(uniqueText(9))
  const [oldest, middle, newest] = [aSession(user, at(1)), aSession(user, at(2)), aSession(user, at(3))]
  const rotated = aSession(user, at(0, { generation: 1, rotatedAt: 10 }))
  const ended = aSession(user, at(4, { expiresAt: now }))
  const revoked = aSession(user, at(5, { revokedAt: 6 }))
  const foreign = [aSession(aUser(user.poolId), at(7)), aSession({ ...user, poolId: uniqueText(9) }, at(8))]
  await opened(store, [middle, newest, oldest, rotated, ended, revoked, ...foreign])
  expect(await store.sessions.active(user, now, 9)).toEqual([rotated, newest, middle, oldest])
  await store.decide([
    store.sessions.touch(oldest, { now: 20, address: '192.0.2.9', deviceType: 'a browser' }, refused),
  ])
  const used = { ...oldest, lastActiveAt: 20, address: '192.0.2.9', deviceType: 'a browser' }
  expect(await store.sessions.active(user, now, 2)).toEqual([used, rotated])
  expect(await store.sessions.find(user.poolId, user.sub, oldest.id)).toEqual(used)
})

storeTest('a session that was revoked cannot be used', async (store) => {
  const session = aSession(aUser(uniqueText(9)), at(1, { revokedAt: 2 }))
  await opened(store, [session])
  await expect(store.decide([store.sessions.touch(session, { now: 20 }, refused)])).rejects.toThrow('refused')
})

storeTest('those used least recently make room for a new session, and nobody else’s do', async (store) => {
  const user = aUser(uniqueText(9))
  const sessions = [1, 2, 3, 4].map((time) => aSession(user, at(time)))
  const foreign = aSession(aUser(user.poolId), at(0))
  const fresh = aSession(user, at(50))
  await opened(store, [...sessions, foreign])
  const [first] = sessions
  if (first) await store.decide([store.sessions.touch(first, { now: 40 }, refused)])
  await store.decide([store.sessions.open(fresh, refused), store.sessions.evict(fresh, 3, now)])
  const left = await store.sessions.active(user, now, 9)
  expect(left.map(({ id }) => id)).toEqual([fresh.id, sessions[0]?.id, sessions[3]?.id])
  expect(await store.sessions.active(foreign, now, 9)).toEqual([foreign])
})

storeTest('where one session is allowed, a new one is the only one', async (store) => {
  const user = aUser(uniqueText(9))
  const [before, after] = [aSession(user, at(1)), aSession(user, at(2))]
  await opened(store, [before])
  await store.decide([store.sessions.open(after, refused), store.sessions.evict(after, 1, now)])
  expect(await store.sessions.active(user, now, 9)).toEqual([after])
  expect(await store.sessions.find(user.poolId, user.sub, before.id)).toEqual({ ...before, revokedAt: now })
})
