import { expect } from 'vitest'
import { systemRandom } from '../ambient/random.ts'
import type { AuthEvent } from '../domain/auth-event.ts'
import { storeTest } from '../testing/every-store.ts'
import { aPool, aUser, uniqueText } from '../testing/store-fixtures.ts'

const gone = () => new Error('gone')
const most = 9

function anEvent(over: Partial<AuthEvent> = {}): AuthEvent {
  return {
    poolId: uniqueText(9),
    who: 'ada',
    id: systemRandom.uuid(),
    type: 'SignIn',
    response: 'Fail',
    risk: { decision: 'NoRisk', compromised: false },
    challenges: [{ name: 'Password', response: 'Failure' }],
    sealedContext: 'sealed',
    addressDigest: 'here',
    deviceDigest: 'phone',
    createdAt: 1000,
    expiresAt: 9000,
    ...over,
  }
}

storeTest(
  'events are listed newest first, a page at a time, those of one instant too',
  async ({ authEvents, decide }) => {
    const { poolId } = anEvent()
    const events = [1, 2, 2, 2, 3].map((createdAt) => anEvent({ poolId, createdAt }))
    await decide([...events, anEvent({ poolId, who: 'bob' })].flatMap((event) => authEvents.put(event, most)))
    const seen: AuthEvent[] = []
    let after: string | undefined
    do {
      const page = await authEvents.list(poolId, 'ada', { limit: 2, ...(after === undefined ? {} : { after }) })
      seen.push(...page.items)
      after = page.next
    } while (after !== undefined)
    expect(seen.map(({ createdAt }) => createdAt)).toEqual([3, 2, 2, 2, 1])
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(events.map(({ id }) => id)))
  },
)

storeTest(
  'how an event went on is said anew, until it let the user in; where and when it began stays',
  async ({ authEvents, decide }) => {
    const begun = anEvent({ response: 'InProgress' })
    await decide(authEvents.put(begun, most))
    const { poolId, who, id } = begun
    const risk = { decision: 'Block', level: 'High', compromised: true } as const
    const after = { ...begun, response: 'Pass', risk, addressDigest: 'there', createdAt: 2000 } as const
    await decide(authEvents.put(after, most))
    expect(await authEvents.find(poolId, who, id)).toEqual({ ...begun, response: 'Pass', risk })
    await decide(authEvents.put(begun, most))
    expect((await authEvents.find(poolId, who, id))?.response).toBe('Pass')
    expect(await authEvents.find(poolId, 'bob', id)).toBeUndefined()
  },
)

storeTest('trying in vain does not make forget where a user got in', async ({ authEvents, decide }) => {
  const { poolId } = anEvent()
  const put = (over: Partial<AuthEvent>) => decide(authEvents.put(anEvent({ poolId, ...over }), 2))
  for (const createdAt of [1, 2, 3]) await put({ createdAt, response: 'Pass' })
  for (const createdAt of [4, 5, 6, 7]) await put({ createdAt })
  const { items } = await authEvents.list(poolId, 'ada', { limit: 20 })
  expect(items.map(({ createdAt }) => createdAt)).toEqual([7, 6, 3, 2])
})

storeTest('what is said of an event is kept with it, the last word counting', async ({ authEvents, decide }) => {
  const event = anEvent()
  await decide(authEvents.put(event, most))
  const feedback = { value: 'Valid', provider: 'Admin', givenAt: 5 } as const
  await decide([authEvents.judge(event, { ...feedback, value: 'Invalid' }, gone)])
  await decide([authEvents.judge(event, feedback, gone)])
  await decide(authEvents.put(event, most))
  expect(await authEvents.find(event.poolId, event.who, event.id)).toEqual({ ...event, feedback })
  for (const other of [
    { ...event, id: 'other' },
    { ...event, who: 'bob' },
    { ...event, poolId: 'p' },
  ])
    await expect(decide([authEvents.judge(other, feedback, gone)])).rejects.toThrow('gone')
})

storeTest('familiar is where the user got in, or somebody said whether it was them', async ({ authEvents, decide }) => {
  const { poolId } = anEvent()
  const [got, tried, said] = (['Pass', 'Fail', 'Fail'] as const).map((response, at) =>
    anEvent({ poolId, response, addressDigest: `address ${at}`, createdAt: at }),
  ) as [AuthEvent, AuthEvent, AuthEvent]
  const sent = anEvent({ poolId, type: 'ForgotPassword', response: 'Pass' })
  await decide([got, tried, said, sent].flatMap((event) => authEvents.put(event, most)))
  const denied = anEvent({ poolId, addressDigest: 'theirs', createdAt: -1 })
  await decide(authEvents.put(denied, most))
  await decide([authEvents.judge(denied, { value: 'Invalid', provider: 'Admin', givenAt: 5 }, gone)])
  await decide([authEvents.judge(said, { value: 'Valid', provider: 'Admin', givenAt: 5 }, gone)])
  expect(await authEvents.familiar(poolId, 'ada', 9)).toEqual([
    { addressDigest: 'address 2', deviceDigest: 'phone', feedback: 'Valid' },
    { addressDigest: 'address 0', deviceDigest: 'phone' },
    { addressDigest: 'theirs', deviceDigest: 'phone', feedback: 'Invalid' },
  ])
  expect(await authEvents.familiar(poolId, 'ada', 1)).toHaveLength(1)
})

storeTest('sign-ins that failed are counted, of a user and by users of an address', async ({ authEvents, decide }) => {
  const { poolId } = anEvent()
  const events = [
    ...['ada', 'ada', 'bob'].map((who) => anEvent({ poolId, who })),
    anEvent({ poolId, createdAt: 10 }),
    anEvent({ poolId, response: 'Pass' }),
    anEvent({ poolId, type: 'ForgotPassword' }),
    anEvent({ poolId, who: 'eve', addressDigest: 'elsewhere' }),
  ]
  await decide(events.flatMap((event) => authEvents.put(event, most)))
  expect(await authEvents.failures({ poolId, who: 'ada' }, 1000, 9)).toBe(2)
  expect(await authEvents.failures({ poolId, who: 'ada' }, 1, 9)).toBe(3)
  expect(await authEvents.failures({ poolId, who: 'ada' }, 1, 1)).toBe(1)
  expect(await authEvents.failingAt({ poolId, addressDigest: 'here' }, 1000, 9)).toBe(2)
  expect(await authEvents.failingAt({ poolId, addressDigest: 'here' }, 1001, 9)).toBe(0)
})

storeTest('a user who is gone takes their events along, and gets no new one', async (store) => {
  const { authEvents, users, decide } = store
  const user = aUser(uniqueText(9))
  await decide(users.add(user, [], gone))
  const event = anEvent({ poolId: user.poolId, who: user.sub })
  await decide(authEvents.put(event, most, gone))
  expect(await authEvents.find(user.poolId, user.sub, event.id)).toEqual(event)
  await decide(users.remove(user))
  expect(await authEvents.find(user.poolId, user.sub, event.id)).toBeUndefined()
  await expect(decide(authEvents.put(event, most, gone))).rejects.toThrow('gone')
})

storeTest('an event is forgotten at its end, a few at a time, and with its pool', async (store) => {
  const { authEvents, pools, decide, forgetExpired } = store
  const pool = aPool()
  const poolId = pool.id
  await decide([pools.add(pool, gone)])
  const events = [1, 2, 50].map((expiresAt) => anEvent({ poolId, expiresAt }))
  await decide(events.flatMap((event) => authEvents.put(event, most)))
  const left = async () => (await authEvents.list(poolId, 'ada', { limit: 9 })).items.length
  await forgetExpired(10, 1)
  expect(await left()).toBe(2)
  await forgetExpired(10, 9)
  expect(await left()).toBe(1)
  await decide([...pools.remove(poolId, 20)])
  while ((await pools.empty(poolId, 20, 9)) > 0);
  expect(await left()).toBe(0)
})

storeTest(
  'many events of one name at once are all kept, as far as there is room',
  async ({ authEvents, users, decide }) => {
    const user = aUser(uniqueText(9))
    await decide(users.add(user, [], gone))
    const { poolId, sub } = user
    for (const who of [sub, 'nobody']) {
      const puts = Array.from({ length: 30 }, (_, at) => {
        const event = anEvent({ poolId, who, createdAt: at })
        return decide(authEvents.put(event, 5, who === sub ? gone : undefined))
      })
      await Promise.all(puts)
      const { items } = await authEvents.list(poolId, who, { limit: 60 })
      expect(items.length).toBeGreaterThanOrEqual(5)
      await decide(authEvents.put(anEvent({ poolId, who, createdAt: 99 }), 5))
      expect((await authEvents.list(poolId, who, { limit: 60 })).items).toHaveLength(5)
    }
  },
)
