import { expect } from 'vitest'
import type { LoginName } from '../domain/user.ts'
import { storeTest } from '../testing/every-store.ts'
import { aUser, uniqueText } from '../testing/store-fixtures.ts'

const taken = () => new Error('taken')
const identity = (name: string): LoginName => ({ kind: 'identity', name })

storeTest('an identity leads to one user, by itself alone, until it is taken away or the user goes', async (store) => {
  const { users, decide } = store
  const ada = aUser(uniqueText(9))
  const bea = { ...aUser(''), poolId: ada.poolId }
  const longest = 'p '.padEnd(700, '\u20ac')
  const holderOf = async (name: string) => (await users.findByName(ada.poolId, name, ['identity']))?.sub
  await decide([...users.add(ada, [], taken), ...users.add(bea, [], taken)])
  const race = await Promise.allSettled([ada, bea].map((user) => decide([users.addName(user, identity('x'), taken)])))
  expect(race.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const holder = (await holderOf('x')) === ada.sub ? ada : bea
  const loser = holder === ada ? bea : ada
  expect(await users.findByName(ada.poolId, 'x', ['username', 'email'])).toBeUndefined()

  await decide([users.removeName(holder, identity('x'))])
  expect(await holderOf('x')).toBeUndefined()
  await decide([users.addName(loser, identity('x'), taken), users.addName(loser, identity(longest), taken)])
  expect(await holderOf('x')).toBe(loser.sub)
  await decide(users.remove(loser))
  expect(await holderOf('x')).toBeUndefined()
  expect(await holderOf(longest)).toBeUndefined()
})
