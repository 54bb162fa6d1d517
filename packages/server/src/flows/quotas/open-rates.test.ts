import { afterAll, expect, test } from 'vitest'
import { adjustableClock, type AdjustableClock } from '../../ambient/clock.ts'
import type { Demand } from '../../domain/rate-demands.ts'
import { openSqliteStore } from '../../store/open-sqlite-store.ts'
import type { Store } from '../../store/store.ts'
import { storeTest } from '../../testing/every-store.ts'
import { uniqueText } from '../../testing/store-fixtures.ts'
import { openRates } from './open-rates.ts'
import type { Rates } from './rates.ts'

const inCategory: Demand = { bucket: 'UserRead', limit: { of: 'UserRead', times: 1 }, reach: 'account' }
const ofUser: Demand = { bucket: 'read ada', limit: 10, reach: 'node' }
const aPlace = () => ({ account: uniqueText(12), region: 'us-east-1' })
const stoppedClock = () => adjustableClock({ now: () => 1_000_000 })

const memory = openSqliteStore({ memory: true })
afterAll(async () => (await memory)[Symbol.asyncDispose]())

/** How many of so many that are asked for at once are given. */
async function given(asked: number, place: Parameters<Rates['take']>[0], nodes: readonly Rates[], demand = inCategory) {
  const taking = Array.from({ length: asked }, async (_, at) => nodes[at % nodes.length]?.take(place, demand))
  return (await Promise.all(taking)).filter(Boolean).length
}

/** A store that counts what is written for rates. */
function counting({ quotas, ...store }: Store): { readonly store: Store; readonly leases: () => number } {
  let leases = 0
  const lease: Store['quotas']['lease'] = (wanted) => {
    leases += 1
    return quotas.lease(wanted)
  }
  return { store: { ...store, quotas: { ...quotas, lease } }, leases: () => leases }
}

test('one process gives out a second’s limit, and the next second’s when it has come', async () => {
  const [clock, place] = [stoppedClock(), aPlace()]
  const rates = openRates('process', { store: await memory, clock })
  expect(await given(200, place, [rates])).toBe(120)
  clock.advance(999)
  expect(await given(1, place, [rates])).toBe(0)
  clock.advance(1)
  expect(await given(200, place, [rates])).toBe(120)
  expect(await given(200, aPlace(), [rates])).toBe(120)
  expect(await given(1, { ...place, region: 'eu-west-1' }, [rates])).toBe(1)
})

test('what was set counts from the next second on, and for its account alone', async () => {
  const [clock, place, store] = [stoppedClock(), aPlace(), await memory]
  const rates = openRates('process', { store, clock })
  expect(await given(1, place, [rates])).toBe(1)
  await store.decide([store.quotas.set(place, 'UserRead', 300)])
  clock.advance(1000)
  expect(await given(400, place, [rates])).toBe(300)
  expect(await given(400, aPlace(), [rates])).toBe(120)
})

test('who is refused is told to come back when the second is over', async () => {
  const clock = adjustableClock({ now: () => 1_000_250 })
  const rates = openRates('process', { store: await memory, clock })
  await rates.take(aPlace(), ofUser)
  expect(rates.secondsToWait()).toBe(1)
})

storeTest('nodes that share a store share a second’s limit, and what one process counts is its own', async (store) => {
  const [clock, place] = [stoppedClock(), aPlace()]
  const nodes = Array.from({ length: 3 }, () => openRates('store', { store, clock }))
  expect(await given(300, place, nodes)).toBe(120)
  clock.advance(1000)
  expect(await given(300, place, nodes)).toBe(120)
  expect(await given(60, place, nodes, ofUser)).toBe(3 * 10)
})

storeTest('a node writes once for a batch of calls, and no more when there is nothing left', async (shared) => {
  const { store, leases } = counting(shared)
  const rates = openRates('store', { store, clock: stoppedClock() })
  const place = aPlace()
  for (let calls = 0; calls < 150; calls++) await rates.take(place, inCategory)
  expect(leases()).toBe(11)
})

test('a lease that fails fails its call; the next call asks again', async () => {
  const { quotas, ...others } = await memory
  let broken = true
  const lease: Store['quotas']['lease'] = (wanted) =>
    broken ? Promise.reject(new Error('no store')) : quotas.lease(wanted)
  const rates = openRates('store', { store: { ...others, quotas: { ...quotas, lease } }, clock: stoppedClock() })
  const place = aPlace()
  await expect(rates.take(place, inCategory)).rejects.toThrow('no store')
  broken = false
  expect(await rates.take(place, inCategory)).toBe(true)
})

test('calls that wait for a lease while their second ends get what it gives, be the store ever so slow', async () => {
  const { quotas, ...others } = await memory
  const clock: AdjustableClock = stoppedClock()
  const lease: Store['quotas']['lease'] = (wanted) => {
    clock.advance(5000)
    return quotas.lease(wanted)
  }
  const rates = openRates('store', { store: { ...others, quotas: { ...quotas, lease } }, clock })
  expect(await rates.take(aPlace(), inCategory)).toBe(true)
})

test('whose a client is is read once; a client that is not there is nobody’s', async () => {
  const store = await memory
  let reads = 0
  const clients: Store['clients'] = {
    ...store.clients,
    findWithPool: (id) => {
      reads += 1
      return store.clients.findWithPool(id)
    },
  }
  const rates = openRates('process', { store: { ...store, clients }, clock: stoppedClock() })
  expect(await rates.placeOfClient('nobody')).toBeUndefined()
  expect(await rates.placeOfClient('nobody')).toBeUndefined()
  expect(reads).toBe(2)
})
