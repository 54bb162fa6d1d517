import { expect } from 'vitest'
import type { User } from '../domain/user.ts'
import { storeTest } from '../testing/every-store.ts'
import { aUser, uniqueText } from '../testing/store-fixtures.ts'
import type { Store } from './store.ts'
import type { UserSearch } from './user-store.ts'

const taken = () => new Error('taken')
type Filter = NonNullable<UserSearch['filter']>

/** People in a pool of their own; a username is the name and the place in this list. */
async function crowdIn(store: Store): Promise<readonly User[]> {
  const poolId = uniqueText(9)
  const people = (
    [
      ['ada', 'CONFIRMED', true],
      ['adam', 'CONFIRMED', false],
      ['Zoë', 'UNCONFIRMED', true],
      ['ada', 'FORCE_CHANGE_PASSWORD', true],
      ['bea', 'CONFIRMED', true],
      ['a%b', 'RESET_REQUIRED', false],
      ['\u{1f600}', 'UNCONFIRMED', true],
      ['\uffee', 'UNCONFIRMED', true],
    ] as const
  ).map(([name, status, enabled]) => aUser(poolId, { status, enabled, attributes: { name } }))
  const adding = people.map((user, place) =>
    store.users.add(user, [{ kind: 'username', name: `${named(user)}${place}` }], taken),
  )
  await store.decide([...adding.flat(), ...store.users.add(aUser('another'), [], taken)])
  return people
}

const named = (user: User) => user.attributes['name'] ?? ''
const bySub = (a: User, b: User) => (a.sub < b.sub ? -1 : 1)

async function everyPage(store: Store, [someone]: readonly User[], filter?: Filter): Promise<readonly User[]> {
  const found: User[] = []
  let after: string | undefined
  do {
    const search = { limit: 2, ...(after !== undefined && { after }), ...(filter && { filter }) }
    const page = await store.users.search(someone?.poolId ?? '', search)
    expect(page.items.length).toBeLessThanOrEqual(2)
    found.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return found
}

storeTest('without a filter, all users of the pool come by sub', async (store) => {
  const people = await crowdIn(store)
  expect(await everyPage(store, people)).toEqual(people.toSorted(bySub))
})

for (const [match, value, names] of [
  ['equal', 'ada', ['ada', 'ada']],
  ['prefix', 'ada', ['ada', 'ada', 'adam']],
  ['prefix', 'a%', ['a%b']],
  ['prefix', '', ['Zoë', 'a%b', 'ada', 'ada', 'adam', 'bea', '\uffee', '\u{1f600}'].toSorted(byFoldedBytes)],
  ['equal', 'nobody', []],
] as const) {
  storeTest(
    `attribute ${match} ${JSON.stringify(value)} gives users in the order of the value's bytes`,
    async (store) => {
      const people = await crowdIn(store)
      const found = await everyPage(store, people, { by: 'attribute', attribute: 'name', match, value })
      expect(found.map(named)).toEqual(names)
      expect(new Set(found.map(({ sub }) => sub)).size).toBe(found.length)
    },
  )
}

function byFoldedBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a.toLowerCase()), Buffer.from(b.toLowerCase()))
}

storeTest('a username filter looks at names of that kind', async (store) => {
  const people = await crowdIn(store)
  const found = await everyPage(store, people, { by: 'username', match: 'prefix', value: 'ada' })
  expect(found).toEqual([people[0], people[3], people[1]])
  expect(await everyPage(store, people, { by: 'username', match: 'equal', value: 'bea4' })).toEqual([people[4]])
})

storeTest('a sub filter finds by the whole sub or its beginning', async (store) => {
  const people = await crowdIn(store)
  const [ada] = people
  const value = ada?.sub ?? ''
  expect(await everyPage(store, people, { by: 'sub', match: 'equal', value })).toEqual([ada])
  expect(await everyPage(store, people, { by: 'sub', match: 'prefix', value: value.slice(0, 13) })).toEqual([ada])
  expect(await everyPage(store, people, { by: 'sub', match: 'equal', value: value.slice(0, 13) })).toEqual([])
})

for (const [match, value] of [
  ['equal', 'CONFIRMED'],
  ['prefix', 'CONF'],
  ['prefix', 'UNCONF'],
  ['prefix', ''],
  ['equal', 'CONF'],
] as const) {
  storeTest(`status ${match} ${JSON.stringify(value)} gives users by sub`, async (store) => {
    const people = await crowdIn(store)
    const matches = ({ status }: User) => (match === 'equal' ? status === value : status.startsWith(value))
    const found = await everyPage(store, people, { by: 'status', match, value })
    expect(found).toEqual(people.filter(matches).toSorted(bySub))
  })
}

storeTest('a filter for enabled or disabled users gives them by sub', async (store) => {
  const people = await crowdIn(store)
  for (const value of [true, false]) {
    const found = await everyPage(store, people, { by: 'enabled', value })
    expect(found).toEqual(people.filter(({ enabled }) => enabled === value).toSorted(bySub))
  }
})

storeTest('a place that nobody was given harms nothing', async (store) => {
  const [someone] = await crowdIn(store)
  const filter = { by: 'attribute', attribute: 'name', match: 'prefix', value: 'ada' } as const
  const search = { limit: 10, after: 'a forged place', filter }
  const page = await store.users.search(someone?.poolId ?? '', search)
  expect(page.items.map(named)).toEqual(['ada', 'ada', 'adam'])
})
