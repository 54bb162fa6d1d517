import { expect } from 'vitest'
import { storeTest } from '../testing/every-store.ts'
import { uniqueText } from '../testing/store-fixtures.ts'

const aPlace = () => ({ account: uniqueText(12), region: 'us-east-1' })

storeTest('a quota is what was set last, in its account and Region alone', async ({ quotas, decide }) => {
  const place = aPlace()
  await decide([quotas.set(place, 'UserRead', 200), quotas.set(place, 'UserList', 40)])
  await decide([quotas.set(place, 'UserRead', 300)])
  expect(Object.fromEntries(await quotas.list(place))).toEqual({ UserList: 40, UserRead: 300 })
  expect(await quotas.find(place, 'UserRead')).toBe(300)
  expect(await quotas.find(place, 'UserToken')).toBeUndefined()
  expect(await quotas.find({ ...place, region: 'eu-west-1' }, 'UserRead')).toBeUndefined()
  expect(await quotas.find(aPlace(), 'UserRead')).toBeUndefined()
})

storeTest('leases take what is left of a second, and the next second starts over', async ({ quotas }) => {
  const lease = { place: aPlace(), bucket: 'UserRead', second: 100, limit: 10, wanted: 4 }
  expect(await quotas.lease(lease)).toBe(4)
  expect(await quotas.lease(lease)).toBe(4)
  expect(await quotas.lease(lease)).toBe(2)
  expect(await quotas.lease(lease)).toBe(0)
  expect(await quotas.lease({ ...lease, bucket: 'UserList' })).toBe(4)
  expect(await quotas.lease({ ...lease, second: 101 })).toBe(4)
  expect(await quotas.lease({ ...lease, second: 101, wanted: 20 })).toBe(6)
})

storeTest('a first lease is no more than the limit; a lowered limit gives nothing more', async ({ quotas }) => {
  const lease = { place: aPlace(), bucket: 'LimitManagement', second: 100, limit: 1, wanted: 3 }
  expect(await quotas.lease(lease)).toBe(1)
  expect(await quotas.lease({ ...lease, limit: 5 })).toBe(3)
  expect(await quotas.lease({ ...lease, limit: 2 })).toBe(0)
})

storeTest('who is behind takes from the second that the others have reached', async ({ quotas }) => {
  const lease = { place: aPlace(), bucket: 'UserRead', second: 100, limit: 10, wanted: 4 }
  expect(await quotas.lease(lease)).toBe(4)
  expect(await quotas.lease({ ...lease, second: 99 })).toBe(4)
  expect(await quotas.lease({ ...lease, second: 98 })).toBe(2)
  expect(await quotas.lease(lease)).toBe(0)
})

storeTest('a clock that was wrong once, far ahead, does not use up what comes until then', async ({ quotas }) => {
  const lease = { place: aPlace(), bucket: 'UserRead', second: 100, limit: 10, wanted: 10 }
  expect(await quotas.lease({ ...lease, second: 90_000 })).toBe(10)
  expect(await quotas.lease(lease)).toBe(10)
  expect(await quotas.lease(lease)).toBe(0)
  expect(await quotas.lease({ ...lease, second: 101 })).toBe(10)
})

storeTest('leases that are asked for at once never exceed the limit together', async ({ quotas }) => {
  const lease = { place: aPlace(), bucket: 'UserAuthentication', second: 100, limit: 100, wanted: 7 }
  const granted = await Promise.all(Array.from({ length: 30 }, () => quotas.lease(lease)))
  expect(granted.reduce((sum, each) => sum + each, 0)).toBe(100)
})

storeTest('leases of seconds long past are forgotten, and no others', async ({ quotas, forgetExpired }) => {
  const lease = { place: aPlace(), bucket: 'UserRead', limit: 10, wanted: 10 }
  await quotas.lease({ ...lease, second: 1000 })
  await forgetExpired(1_600_000, 100)
  expect(await quotas.lease({ ...lease, second: 1000 })).toBe(0)
  await forgetExpired(1_601_000, 100)
  expect(await quotas.lease({ ...lease, second: 1000 })).toBe(10)
})
