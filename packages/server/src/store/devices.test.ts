import { expect } from 'vitest'
import { storeTest } from '../testing/every-store.ts'
import { aDevice, aPool, aSession, aUser, uniqueText } from '../testing/store-fixtures.ts'

const taken = () => new Error('taken')
const gone = () => new Error('gone')
const refused = () => new Error('refused')

storeTest('a device is kept for its user alone, once under its key', async ({ devices, decide }) => {
  const user = aUser(uniqueText(9))
  const device = aDevice(user, { name: 'Phone' })
  await decide(devices.add(device, 9, taken))
  expect(await devices.find(user.poolId, user.sub, device.key)).toEqual(device)
  expect(await devices.find(user.poolId, 'another', device.key)).toBeUndefined()
  expect(await devices.find(uniqueText(9), user.sub, device.key)).toBeUndefined()
  await expect(decide(devices.add({ ...device, salt: 'other' }, 9, taken))).rejects.toThrow('taken')
  expect(await devices.find(user.poolId, user.sub, device.key)).toEqual(device)
})

storeTest('devices are listed by key and page, all of them or the remembered ones', async ({ devices, decide }) => {
  const user = aUser(uniqueText(9))
  const [a, b, c] = ['a', 'b', 'c'].map((key) => aDevice(user, { key, remembered: key !== 'b' }))
  const foreign = aDevice(aUser(user.poolId), { key: 'b' })
  for (const device of [c, foreign, a, b]) if (device) await decide(devices.add(device, 9, taken))
  expect(await devices.list(user, 'all', { limit: 2 })).toEqual({ items: [a, b], next: 'b' })
  expect(await devices.list(user, 'all', { limit: 2, after: 'b' })).toEqual({ items: [c] })
  expect(await devices.list(user, 'remembered', { limit: 2 })).toEqual({ items: [a, c] })
})

storeTest('of too many devices of a user those go that were used longest ago', async ({ devices, decide }) => {
  const user = aUser(uniqueText(9))
  const other = aDevice(aUser(user.poolId), { authenticatedAt: 0 })
  await decide(devices.add(other, 2, taken))
  for (const [key, authenticatedAt] of [
    ['a', 20],
    ['b', 10],
    ['c', 5],
  ] as const)
    await decide(devices.add(aDevice(user, { key, authenticatedAt }), 2, taken))
  const left = await devices.list(user, 'all', { limit: 9 })
  expect(left.items.map(({ key }) => key)).toEqual(['a', 'c'])
  expect(await devices.find(user.poolId, other.sub, other.key)).toEqual(other)
})

storeTest('a device is remembered and not remembered, while it is there', async ({ devices, decide }) => {
  const device = aDevice(aUser(uniqueText(9)), { remembered: false })
  await expect(decide([devices.setStatus(device, 'remembered', 7, gone)])).rejects.toThrow('gone')
  await decide(devices.add(device, 9, taken))
  await decide([devices.setStatus(device, 'remembered', 7, gone)])
  const remembered = { ...device, remembered: true, modifiedAt: 7 }
  expect(await devices.find(device.poolId, device.sub, device.key)).toEqual(remembered)
  await decide([devices.setStatus(device, 'not_remembered', 8, gone)])
  expect(await devices.find(device.poolId, device.sub, device.key)).toEqual({ ...device, modifiedAt: 8 })
})

storeTest('a sign-in with a device is kept, if it is what it was taken for', async ({ devices, decide }) => {
  const device = aDevice(aUser(uniqueText(9)), { remembered: true })
  const used = { now: 50, address: '192.0.2.9' }
  await decide(devices.add(device, 9, taken))
  await decide([devices.use(device, used, gone)])
  const after = { ...device, authenticatedAt: 50, address: '192.0.2.9' }
  expect(await devices.find(device.poolId, device.sub, device.key)).toEqual(after)
  await decide([devices.setStatus(device, 'not_remembered', 60, gone)])
  await expect(decide([devices.use(device, used, gone)])).rejects.toThrow('gone')
  await decide([devices.use({ ...device, remembered: false }, used, gone)])
  await decide([devices.remove(device, gone)])
  await expect(decide([devices.use({ ...device, remembered: false }, used, gone)])).rejects.toThrow('gone')
})

storeTest('a device is removed once', async ({ devices, decide }) => {
  const user = aUser(uniqueText(9))
  const [device, other] = [aDevice(user), aDevice(user)]
  await decide([...devices.add(device, 9, taken), ...devices.add(other, 9, taken)])
  await decide([devices.remove(device, gone)])
  await expect(decide([devices.remove(device, gone)])).rejects.toThrow('gone')
  expect((await devices.list(user, 'all', { limit: 9 })).items).toEqual([other])
})

storeTest('refresh tokens that were issued to a device end with it, others do not', async (store) => {
  const { sessions, decide } = store
  const user = aUser(uniqueText(9))
  const session = aSession(user, { deviceKey: 'a', expiresAt: 900, address: '192.0.2.9', deviceType: 'a browser' })
  const others = [
    aSession(user, { deviceKey: 'b', expiresAt: 900 }),
    aSession(user, { expiresAt: 900 }),
    aSession(user, { deviceKey: 'a', expiresAt: 90 }),
    aSession(aUser(user.poolId), { deviceKey: 'a', expiresAt: 900 }),
  ]
  await decide([session, ...others].map((each) => sessions.open(each, refused)))
  await decide([sessions.endOfDevice({ ...user, key: 'a' }, 100)])
  expect(await sessions.find(session.poolId, session.sub, session.id)).toEqual({ ...session, expiresAt: 100 })
  for (const other of others) expect(await sessions.find(other.poolId, other.sub, other.id)).toEqual(other)
})

storeTest('devices go with their user', async ({ users, devices, decide }) => {
  const user = aUser(uniqueText(9))
  const device = aDevice(user)
  await decide([...users.add(user, [], taken), ...devices.add(device, 9, taken)])
  await decide(users.remove(user))
  expect(await devices.find(user.poolId, user.sub, device.key)).toBeUndefined()
})

storeTest('a session is live until it is revoked or has ended', async ({ sessions, decide }) => {
  const session = aSession(aUser(uniqueText(9)), { expiresAt: 900 })
  await expect(decide([sessions.live(session, 100, refused)])).rejects.toThrow('refused')
  await decide([sessions.open(session, refused)])
  await decide([sessions.live(session, 100, refused)])
  await expect(decide([sessions.live(session, 900, refused)])).rejects.toThrow('refused')
  await decide([sessions.revoke(session, 200)])
  await expect(decide([sessions.live(session, 300, refused)])).rejects.toThrow('refused')
})

storeTest('a removed pool leaves no device', async ({ pools, devices, decide }) => {
  const pool = aPool()
  const device = aDevice(aUser(pool.id))
  await decide([pools.add(pool, taken), ...devices.add(device, 9, taken)])
  await decide(pools.remove(pool.id, 0))
  while ((await pools.empty(pool.id, 0, 100)) > 0);
  expect(await devices.find(pool.id, device.sub, device.key)).toBeUndefined()
})
