import { expect } from 'vitest'
import { storeTest } from '../testing/every-store.ts'
import { aSession, aUser } from '../testing/store-fixtures.ts'
import { Conflict } from './statement.ts'
import type { Store } from './store.ts'

const never = () => new Error('never')
const rounds = 150

async function addedUser({ users, decide }: Store) {
  const user = aUser('pool')
  await decide(users.add(user, [], never))
  return user
}

storeTest('a user who was not saved since is unchanged', async (store) => {
  const { users, sessions, decide } = store
  const user = await addedUser(store)
  const session = aSession(user)
  await decide([sessions.open(session, never), users.unchanged(user)])
  expect(await sessions.find(user.poolId, user.sub, session.id)).toEqual(session)
})

storeTest('what depends on a user who was saved or removed since is not decided', async (store) => {
  const { users, sessions, decide } = store
  const user = await addedUser(store)
  const session = aSession(user)
  const opening = () => decide([sessions.open(session, never), users.unchanged(user)])
  await decide(users.save({ ...user, enabled: false }, user))
  await expect(opening()).rejects.toBeInstanceOf(Conflict)
  await decide(users.remove({ ...user, version: user.version + 1 }))
  await expect(opening()).rejects.toBeInstanceOf(Conflict)
  expect(await sessions.find(user.poolId, user.sub, session.id)).toBeUndefined()
})

storeTest('no session outlives a save at the same moment that ends them all', async (store) => {
  const { users, sessions, decide } = store
  let user = await addedUser(store)
  for (let round = 0; round < rounds; round++) {
    const both = [aSession(user), aSession(user)]
    const openings = both.map((session) => decide([sessions.open(session, never), users.unchanged(user)]))
    const ending = decide([...users.save(user, user), sessions.revokeAll(user.poolId, user.sub, 1)])
    await Promise.all([Promise.allSettled(openings), ending])
    const found = await Promise.all(both.map(({ id }) => sessions.find(user.poolId, user.sub, id)))
    expect(found.every((session) => session === undefined || session.revokedAt === 1)).toBe(true)
    user = { ...user, version: user.version + 1 }
  }
})

storeTest('removing a user while they sign in ends with neither', async (store) => {
  const { users, sessions, guards, decide } = store
  for (let round = 0; round < rounds / 5; round++) {
    const user = await addedUser(store)
    const guard = { poolId: user.poolId, who: user.sub, kind: 'Password', now: 1 }
    await decide([guards.missPassword(guard, never)])
    const session = aSession(user)
    const signIn = [guards.clearPassword(guard, never), sessions.open(session, never), users.unchanged(user)]
    await Promise.allSettled([decide(signIn), decide(users.remove(user))])
    expect(await users.findBySub(user.poolId, user.sub)).toBeUndefined()
    expect(await sessions.find(user.poolId, user.sub, session.id)).toBeUndefined()
  }
})
