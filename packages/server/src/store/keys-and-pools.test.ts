import { expect } from 'vitest'
import type { ClientSecret, SigningKey } from '../domain/pool.ts'
import { storeTest } from '../testing/every-store.ts'
import { aClient, aPool, aSession, aUser, uniqueText } from '../testing/store-fixtures.ts'
import { Conflict } from './statement.ts'

const taken = () => new Error('taken')
const refused = () => new Error('refused')

storeTest('a data key is kept, and wrapped anew under its id', async (store) => {
  const { dataKeys, decide } = store
  await decide([
    dataKeys.add({ id: 'second', wrapped: 'b', createdAt: 2 }),
    dataKeys.add({ id: 'first', wrapped: 'a', createdAt: 1 }),
  ])
  await decide([dataKeys.rewrap('first', 'c')])
  expect(await dataKeys.list()).toEqual([
    { id: 'first', wrapped: 'c', createdAt: 1 },
    { id: 'second', wrapped: 'b', createdAt: 2 },
  ])
})

storeTest('an access key is found by id, listed in its account, and can be disabled', async (store) => {
  const { accessKeys, decide } = store
  const account = uniqueText(12)
  const key = { id: uniqueText(20), account, sealedSecret: 's', status: 'Active', createdAt: 5 } as const
  await decide([accessKeys.add(key), accessKeys.add({ ...key, id: uniqueText(20), account: 'another' })])
  await decide([accessKeys.save({ ...key, status: 'Inactive' })])
  expect(await accessKeys.find(key.id)).toEqual({ ...key, status: 'Inactive' })
  expect(await accessKeys.list(account)).toEqual([{ ...key, status: 'Inactive' }])
  expect(await accessKeys.find('nobody')).toBeUndefined()
})

storeTest('a pool comes back as it was stored; its id is taken in every account', async (store) => {
  const { pools, decide } = store
  const pool = aPool({ settings: { PoolName: 'ä "quoted" \u2028 \u{1f600}', MfaConfiguration: 'OFF' } })
  await decide([pools.add(pool, taken)])
  expect(await pools.find(pool.id)).toEqual(pool)
  await expect(decide([pools.add({ ...pool, account: '111111111111' }, taken)])).rejects.toThrow('taken')
  expect(await pools.find('us-east-1_nobody')).toBeUndefined()
})

storeTest('saving a pool counts its version up and refuses an outdated one', async (store) => {
  const { pools, decide } = store
  const pool = aPool()
  await decide([pools.add(pool, taken)])
  await decide([pools.save({ ...pool, settings: { PoolName: 'new' }, modifiedAt: 9 })])
  expect(await pools.find(pool.id)).toEqual({ ...pool, settings: { PoolName: 'new' }, modifiedAt: 9, version: 2 })
  await expect(decide([pools.save(pool)])).rejects.toBeInstanceOf(Conflict)
})

storeTest('pools are listed page by page in one account and region', async (store) => {
  const { pools, decide } = store
  const account = uniqueText(12)
  const mine = ['a', 'b', 'c'].map((letter) => aPool({ id: `us-east-1_${letter}${uniqueText(8)}`, account }))
  const elsewhere = aPool({ account, region: 'eu-west-1' })
  await decide([...mine, elsewhere, aPool()].map((pool) => pools.add(pool, taken)))
  const first = await pools.list(account, 'us-east-1', { limit: 2 })
  expect(first.items).toEqual(mine.slice(0, 2))
  const last = await pools.list(account, 'us-east-1', { limit: 2, after: first.next ?? '' })
  expect(last).toEqual({ items: mine.slice(2) })
})

storeTest('a full last page says that nothing follows', async (store) => {
  const { pools, decide } = store
  const pool = aPool({ account: uniqueText(12) })
  await decide([pools.add(pool, taken)])
  expect(await pools.list(pool.account, 'us-east-1', { limit: 1 })).toEqual({ items: [pool] })
})

storeTest('removing a pool removes everything in it and nothing else', async (store) => {
  const { pools, clients, users, sessions, decide } = store
  const [pool, other] = [aPool(), aPool()]
  const clientId = uniqueText(26)
  for (const { id } of [pool, other]) {
    const user = aUser(id, { sub: 'one', attributes: { email: 'ada@example.com' } })
    await decide([
      pools.add(id === pool.id ? pool : other, taken),
      clients.add(aClient(id, id === pool.id ? { id: clientId } : {}), taken),
      ...users.add(user, [{ kind: 'username', name: 'ada' }], taken),
      sessions.open(aSession(user, { id: 'one' }), refused),
    ])
  }
  await decide(pools.remove(pool.id, 0))
  expect(await pools.find(pool.id)).toBeUndefined()
  expect(await clients.findWithPool(clientId)).toBeUndefined()
  while ((await pools.empty(pool.id, 0, 1)) > 0);
  expect(await users.findByName(pool.id, 'ada', ['username'])).toBeUndefined()
  expect(await sessions.find(pool.id, 'one', 'one')).toBeUndefined()
  expect((await clients.list(pool.id, { limit: 10 })).items).toEqual([])
  expect(await users.findByName(other.id, 'ada', ['username'])).toBeDefined()
  expect((await clients.list(other.id, { limit: 10 })).items).toHaveLength(1)
})

storeTest(
  'the id of a removed pool is free once the pool is empty, and what a new one holds is left alone',
  async (store) => {
    const { pools, users, decide } = store
    const pool = aPool()
    const people = [aUser(pool.id), aUser(pool.id), aUser(pool.id)]
    await decide([pools.add(pool, taken), ...people.flatMap((user) => users.add(user, [], taken))])
    await decide(pools.remove(pool.id, 0))
    expect(await pools.empty(pool.id, 0, 2)).toBe(2)
    await expect(decide([pools.add(pool, taken)])).rejects.toThrow('taken')
    expect(await pools.empty(pool.id, 0, 2)).toBe(1)
    expect(await pools.empty(pool.id, 0, 2)).toBe(0)
    const newcomer = aUser(pool.id)
    await decide([pools.add(pool, taken), ...users.add(newcomer, [], taken)])
    expect(await pools.empty(pool.id, 0, 2)).toBe(0)
    expect(await users.findBySub(pool.id, newcomer.sub)).toEqual(newcomer)
  },
)

storeTest('who still saw a pool as it was removed leaves nothing in it', async (store) => {
  const { pools, users, decide } = store
  const pool = aPool()
  await decide([pools.add(pool, taken)])
  await decide(pools.remove(pool.id, 1000))
  expect(await pools.empty(pool.id, 1000, 10)).toBe(0)
  const late = aUser(pool.id)
  await decide(users.add(late, [], taken))
  expect(await pools.removed()).toContain(pool.id)
  expect(await pools.empty(pool.id, 61_000, 10)).toBe(1)
  expect(await users.findBySub(pool.id, late.sub)).toBeUndefined()
  expect(await pools.empty(pool.id, 301_000, 10)).toBe(0)
  expect(await pools.removed()).toContain(pool.id)
  expect(await pools.empty(pool.id, 301_001, 10)).toBe(0)
  expect(await pools.removed()).not.toContain(pool.id)
})

storeTest('users of a pool are counted', async (store) => {
  const { pools, users, decide } = store
  const { id } = aPool()
  expect(await pools.estimatedUsers(id)).toBe(0)
  await decide([aUser(id), aUser(id), aUser(uniqueText(9))].flatMap((user) => users.add(user, [], taken)))
  expect(await pools.estimatedUsers(id)).toBe(2)
})

storeTest('a client comes back with its pool by its id alone', async (store) => {
  const { pools, clients, decide } = store
  const pool = aPool()
  const client = aClient(pool.id)
  await decide([pools.add(pool, taken), clients.add(client, taken)])
  expect(await clients.findWithPool(client.id)).toEqual({ client, pool })
  expect(await clients.findWithPool('nobody')).toBeUndefined()
  expect(await clients.find(pool.id, client.id)).toEqual(client)
  expect(await clients.find('another', client.id)).toBeUndefined()
})

storeTest('a client id is taken in every pool', async (store) => {
  const { clients, decide } = store
  const client = aClient(uniqueText(9))
  await decide([clients.add(client, taken)])
  await expect(decide([clients.add({ ...client, poolId: 'another' }, taken)])).rejects.toThrow('taken')
})

storeTest('saving a client refuses an outdated one; removing it leaves the others', async (store) => {
  const { clients, decide } = store
  const client = aClient(uniqueText(9))
  const other = aClient(client.poolId)
  await decide([clients.add(client, taken), clients.add(other, taken)])
  await decide([clients.save({ ...client, settings: { ClientName: 'new' } })])
  await expect(decide([clients.save(client)])).rejects.toBeInstanceOf(Conflict)
  expect((await clients.find(client.poolId, client.id))?.settings).toEqual({ ClientName: 'new' })
  await decide(clients.remove(client.poolId, client.id))
  expect(await clients.list(client.poolId, { limit: 5 })).toEqual({ items: [other] })
})

storeTest('a client has at most two secrets and never loses its last', async (store) => {
  const { clients, decide } = store
  const client = aClient(uniqueText(9))
  const secret = (id: string): ClientSecret => ({ id, clientId: client.id, sealed: `sealed ${id}`, createdAt: 7 })
  await decide([clients.add(client, taken), clients.addSecret(secret('one'), refused)])
  await expect(decide([clients.removeSecret(client.id, 'one', refused)])).rejects.toThrow('refused')
  await decide([clients.addSecret(secret('two'), refused)])
  await expect(decide([clients.addSecret(secret('three'), refused)])).rejects.toThrow('refused')
  await expect(decide([clients.removeSecret(client.id, 'nobody', refused)])).rejects.toThrow('refused')
  expect(await clients.secrets(client.id)).toEqual([secret('one'), secret('two')])
  await decide([clients.removeSecret(client.id, 'two', refused)])
  expect(await clients.secrets(client.id)).toEqual([secret('one')])
  await decide([clients.addSecret(secret('three'), refused), clients.removeSecret(client.id, 'one', refused)])
  expect(await clients.secrets(client.id)).toEqual([secret('three')])
})

storeTest('a client is held as it is, and one that is gone is refused', async ({ clients, decide }) => {
  const client = aClient(uniqueText(9))
  await decide([clients.add(client, taken)])
  await decide([clients.hold(client.id, refused)])
  expect(await clients.find(client.poolId, client.id)).toEqual(client)
  await decide(clients.remove(client.poolId, client.id))
  await expect(decide([clients.hold(client.id, refused)])).rejects.toThrow('refused')
})

storeTest('two removals at once leave a client one secret', async (store) => {
  const { clients, decide } = store
  const client = aClient(uniqueText(9))
  const secret = (id: string): ClientSecret => ({ id, clientId: client.id, sealed: id, createdAt: 7 })
  await decide([
    clients.add(client, taken),
    clients.addSecret(secret('one'), refused),
    clients.addSecret(secret('two'), refused),
  ])
  const outcomes = await Promise.allSettled(
    ['one', 'two'].map((id) => decide([clients.removeSecret(client.id, id, refused)])),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await clients.secrets(client.id)).toHaveLength(1)
})

storeTest('the newest signing key of a use is current until it is retired; retired ones stay listed', async (store) => {
  const { signingKeys, decide } = store
  const poolId = uniqueText(9)
  const key = (id: string, use: SigningKey['use'], createdAt: number): SigningKey => ({
    id,
    poolId,
    use,
    publicJwk: '{}',
    sealedPrivateKey: 's',
    createdAt,
  })
  await decide([key('a', 'id', 1), key('b', 'id', 2), key('c', 'access', 3)].map(signingKeys.add))
  expect(await signingKeys.current(poolId, 'id')).toEqual(key('b', 'id', 2))
  await decide([signingKeys.retire(poolId, 'b', 50)])
  await decide([signingKeys.retire(poolId, 'b', 60)])
  expect(await signingKeys.current(poolId, 'id')).toEqual(key('a', 'id', 1))
  expect(await signingKeys.list(poolId)).toEqual([
    key('c', 'access', 3),
    { ...key('b', 'id', 2), retiredAt: 50 },
    key('a', 'id', 1),
  ])
  await decide([signingKeys.remove(poolId, 'b')])
  expect((await signingKeys.list(poolId)).map(({ id }) => id)).toEqual(['c', 'a'])
})
