import { expect } from 'vitest'
import type { LoginName } from '../domain/user.ts'
import { storeTest } from '../testing/every-store.ts'
import { aCode, aSession, aUser, uniqueText } from '../testing/store-fixtures.ts'
import { Conflict } from './statement.ts'
import { UnstorableText } from './unstorable-text.ts'

const taken = (name: LoginName) => new Error(`${name.name} is taken`)
const refused = () => new Error('refused')
const username = (name: string): LoginName => ({ kind: 'username', name })
const email = (name: string): LoginName => ({ kind: 'email', name })

storeTest('a user comes back as it was stored', async (store) => {
  const { users, decide } = store
  const user = aUser(uniqueText(9), {
    attributes: { email: 'Ada@example.com', 'custom:x': '\u{1f600}\u2028"\\ \ud800'.toWellFormed() },
    pendingAttributes: { email: 'new@example.com' },
    enabled: false,
  })
  await decide(users.add(user, [username('ada')], taken))
  expect(await users.findBySub(user.poolId, user.sub)).toEqual(user)
  expect(await users.findBySub('another', user.sub)).toBeUndefined()
  expect(await users.findBySub(user.poolId, 'nobody')).toBeUndefined()
})

storeTest('a user is found by the names and kinds that lead to it, a username before an alias', async (store) => {
  const { users, decide } = store
  const [ada, bea] = [aUser(uniqueText(9)), aUser('')]
  const other = { ...bea, poolId: ada.poolId }
  await decide([...users.add(ada, [email('x')], taken), ...users.add(other, [username('x')], taken)])
  expect(await users.findByName(ada.poolId, 'x', ['email'])).toEqual(ada)
  expect(await users.findByName(ada.poolId, 'x', ['email', 'username'])).toEqual(other)
  expect(await users.findByName(ada.poolId, 'x', ['phone_number'])).toBeUndefined()
  expect(await users.findByName(ada.poolId, 'y', ['email'])).toBeUndefined()
  expect(await users.findByName('another', 'x', ['email'])).toBeUndefined()
})

storeTest('a taken name refuses the whole new user, and says which', async (store) => {
  const { users, decide } = store
  const [ada, bea] = [aUser(uniqueText(9)), aUser('')]
  await decide(users.add(ada, [email('shared')], taken))
  const other = { ...bea, poolId: ada.poolId, attributes: { name: 'bea' } }
  await expect(decide(users.add(other, [username('bea'), email('shared')], taken))).rejects.toThrow('shared is taken')
  expect(await users.findBySub(ada.poolId, other.sub)).toBeUndefined()
  expect(await users.findByName(ada.poolId, 'bea', ['username'])).toBeUndefined()
  const named = { by: 'attribute', attribute: 'name', match: 'equal', value: 'bea' } as const
  expect((await users.search(ada.poolId, { limit: 5, filter: named })).items).toEqual([])
})

storeTest('saving counts the version up, moves the search entries, and refuses an outdated user', async (store) => {
  const { users, decide } = store
  const user = aUser(uniqueText(9), { attributes: { email: 'old@example.com', name: 'ada' } })
  await decide(users.add(user, [], taken))
  const changed = { ...user, status: 'CONFIRMED', attributes: { email: 'New@example.com', name: 'ada' } } as const
  await decide(users.save(changed, user))
  expect(await users.findBySub(user.poolId, user.sub)).toEqual({ ...changed, version: 2 })
  await expect(decide(users.save({ ...user, attributes: {} }, user))).rejects.toBeInstanceOf(Conflict)
  const found = async (attribute: string, value: string) => {
    const filter = { by: 'attribute', match: 'equal', attribute, value } as const
    return (await users.search(user.poolId, { limit: 5, filter })).items.length
  }
  expect(await found('email', 'old@example.com')).toBe(0)
  expect(await found('email', 'new@example.com')).toBe(1)
  expect(await found('name', 'ada')).toBe(1)
})

storeTest('a name can be given to its holder again, but not to another', async (store) => {
  const { users, decide } = store
  const ada = aUser(uniqueText(9))
  const bea = aUser(ada.poolId)
  await decide([...users.add(ada, [email('a')], taken), ...users.add(bea, [], taken)])
  await decide([users.addName(ada, email('a'), refused)])
  await expect(decide([users.addName(bea, email('a'), refused)])).rejects.toThrow('refused')
  await decide([users.addName(bea, email('b'), refused)])
  expect((await users.findByName(ada.poolId, 'b', ['email']))?.sub).toBe(bea.sub)
})

storeTest('a name can be moved to another user, and only its holder can give it up', async (store) => {
  const { users, decide } = store
  const ada = aUser(uniqueText(9))
  const bea = aUser(ada.poolId)
  await decide([...users.add(ada, [email('a')], taken), ...users.add(bea, [], taken)])
  await expect(decide([users.moveName(bea, email('a'), bea)])).rejects.toBeInstanceOf(Conflict)
  await decide([users.moveName(bea, email('a'), ada)])
  await decide([users.moveName(bea, email('a'), ada)])
  await decide([users.removeName(ada, email('a'))])
  expect((await users.findByName(ada.poolId, 'a', ['email']))?.sub).toBe(bea.sub)
  await decide([users.removeName(bea, email('a'))])
  expect(await users.findByName(ada.poolId, 'a', ['email'])).toBeUndefined()
})

storeTest('a token leads to the user and the session in one read', async (store) => {
  const { users, sessions, decide } = store
  const user = aUser(uniqueText(9))
  const session = aSession(user)
  await decide([...users.add(user, [], taken), sessions.open(session, refused)])
  expect(await users.findWithSession(user.poolId, user.sub, session.id)).toEqual({ user, session })
  expect(await users.findWithSession(user.poolId, user.sub, 'x')).toEqual({ user, session: undefined })
  expect(await users.findWithSession(user.poolId, 'nobody', session.id)).toBeUndefined()
})

storeTest('removing a user removes everything of theirs', async (store) => {
  const { users, sessions, codes, guards, decide } = store
  const user = aUser(uniqueText(9), { attributes: { email: 'a@example.com' } })
  const guard = { poolId: user.poolId, who: user.sub, kind: 'SignUp', now: 1 }
  const limited = { ...guard, limit: 1, windowMs: 1000 }
  const session = aSession(user)
  await decide([
    ...users.add(user, [email('a')], taken),
    sessions.open(session, refused),
    codes.put(aCode(user)),
    guards.count(limited, refused),
  ])
  await expect(decide(users.remove({ ...user, version: 7 }))).rejects.toBeInstanceOf(Conflict)
  await decide(users.remove(user))
  expect(await users.findBySub(user.poolId, user.sub)).toBeUndefined()
  expect(await sessions.find(user.poolId, user.sub, session.id)).toBeUndefined()
  expect(await codes.find(user.poolId, user.sub, 'ConfirmSignUp')).toBeUndefined()
  await decide([guards.count(limited, refused), ...users.add(user, [email('a')], taken)])
})

storeTest('text with U+0000 is refused by name, in reading and in writing', async (store) => {
  const { users, decide } = store
  const user = aUser(uniqueText(9), { attributes: { name: 'a\u0000b' } })
  await expect(decide(users.add(user, [], taken))).rejects.toBeInstanceOf(UnstorableText)
  await expect(users.findByName(user.poolId, 'a\u0000', ['username'])).rejects.toBeInstanceOf(UnstorableText)
})
