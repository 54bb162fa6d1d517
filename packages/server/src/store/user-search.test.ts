import { beforeAll, expect, test } from 'vitest'
import type { User } from '../domain/user.ts'
import { onEveryStore } from '../testing/every-store.ts'
import { aUser, uniqueText } from '../testing/store-fixtures.ts'
import type { Store, UserSearch } from './store.ts'

const taken = () => new Error('taken')
type Filter = NonNullable<UserSearch['filter']>

async function everyPage(store: Store, poolId: string, filter?: Filter): Promise<readonly User[]> {
  const found: User[] = []
  let after: string | undefined
  do {
    const search = { limit: 2, ...(after !== undefined && { after }), ...(filter && { filter }) }
    const page = await store.users.search(poolId, search)
    expect(page.items.length).toBeLessThanOrEqual(2)
    found.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return found
}

const bySub = (a: User, b: User) => (a.sub < b.sub ? -1 : 1)

onEveryStore((store) => {
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
  const named = (user: User) => user.attributes['name'] ?? ''

  beforeAll(async () => {
    const { users, decide } = store()
    const adding = people.map((user, place) =>
      users.add(user, [{ kind: 'username', name: `${named(user)}${place}` }], taken),
    )
    await decide([...adding.flat(), ...users.add(aUser('another'), [], taken)])
  })

  test('without a filter, all users of the pool come by sub', async () => {
    expect(await everyPage(store(), poolId)).toEqual(people.toSorted(bySub))
  })

  test.each([
    ['equal', 'ada', ['ada', 'ada']],
    ['prefix', 'ada', ['ada', 'ada', 'adam']],
    ['prefix', 'a%', ['a%b']],
    ['prefix', '', ['a%b', 'ada', 'ada', 'adam', 'bea', 'Zoë', '\uffee', '\u{1f600}']],
    ['equal', 'nobody', []],
  ] as const)(
    'an attribute filter (%s %j) gives them by value, in the order of its bytes',
    async (match, value, names) => {
      const found = await everyPage(store(), poolId, { by: 'attribute', attribute: 'name', match, value })
      expect(found.map(named)).toEqual(names)
      expect(new Set(found.map(({ sub }) => sub)).size).toBe(found.length)
    },
  )

  test('a username filter looks at names of that kind', async () => {
    const found = await everyPage(store(), poolId, { by: 'username', match: 'prefix', value: 'ada' })
    expect(found.map((user) => people.indexOf(people.find(({ sub }) => sub === user.sub) ?? user))).toEqual([0, 3, 1])
    expect(await everyPage(store(), poolId, { by: 'username', match: 'equal', value: 'bea4' })).toEqual([people[4]])
  })

  test('a sub filter finds by the whole sub or its beginning', async () => {
    const [ada] = people
    const value = ada?.sub ?? ''
    expect(await everyPage(store(), poolId, { by: 'sub', match: 'equal', value })).toEqual([ada])
    expect(await everyPage(store(), poolId, { by: 'sub', match: 'prefix', value: value.slice(0, 13) })).toEqual([ada])
    expect(await everyPage(store(), poolId, { by: 'sub', match: 'equal', value: value.slice(0, 13) })).toEqual([])
  })

  test.each([
    ['equal', 'CONFIRMED'],
    ['prefix', 'CONF'],
    ['prefix', 'UNCONF'],
    ['prefix', ''],
    ['equal', 'CONF'],
  ] as const)('a status filter (%s %j) gives them by sub', async (match, value) => {
    const matches = ({ status }: User) => (match === 'equal' ? status === value : status.startsWith(value))
    const found = await everyPage(store(), poolId, { by: 'status', match, value })
    expect(found).toEqual(people.filter(matches).toSorted(bySub))
  })

  test.each([true, false])('a filter for enabled = %s gives them by sub', async (value) => {
    const found = await everyPage(store(), poolId, { by: 'enabled', value })
    expect(found).toEqual(people.filter(({ enabled }) => enabled === value).toSorted(bySub))
  })

  test('a place that nobody was given harms nothing', async () => {
    const filter = { by: 'attribute', attribute: 'name', match: 'prefix', value: 'ada' } as const
    const page = await store().users.search(poolId, { limit: 10, after: 'a forged place', filter })
    expect(page.items.map(named)).toEqual(['ada', 'ada', 'adam'])
  })
})
