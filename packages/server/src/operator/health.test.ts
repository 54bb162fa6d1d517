import { expect, test, vi } from 'vitest'
import { operatorDoor } from './operator-door.ts'
import { operatorScene } from '../testing/operator-scene.ts'

test('health is ok while the store can be read and written, also for HEAD', async () => {
  await using house = await operatorScene('serve')
  const response = await house.ask('health')
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ status: 'ok' })
  expect(response.headers.get('cache-control')).toBe('no-store')
  const head = await house.ask('health', { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(await head.text()).toBe('')
})

test('health says why not when the store is gone, and recovers', async () => {
  await using house = await operatorScene('serve')
  const { ping } = house.world.store
  const spoiled = house.world.store as { ping: typeof ping }
  spoiled.ping = () => Promise.reject(new Error('disk /secret/path is full'))
  const response = await house.ask('health')
  expect(response.status).toBe(503)
  expect(await response.json()).toEqual({ status: 'unavailable', reason: 'The store cannot be read or written.' })
  spoiled.ping = ping
  expect((await house.ask('health')).status).toBe(200)
})

test('the log says what ails the store in the words of its engine', async () => {
  await using house = await operatorScene('serve')
  await house.world.store[Symbol.asyncDispose]()
  expect((await house.ask('health')).status).toBe(503)
  expect(house.world.logged()).toMatch(/"fault":"StorageFailure","reason":"ERR_INVALID_STATE","event":"unhealthy"/)
})

test('health does not wait for a silent store for ever, and looks once for all who ask', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    await using house = await operatorScene('serve')
    let looks = 0
    const spoiled = house.world.store as { ping: () => Promise<void> }
    spoiled.ping = () => {
      looks += 1
      return new Promise(() => undefined)
    }
    const door = operatorDoor({ profile: 'serve', metrics: house.world.metrics }, house.world)
    const request = { method: 'GET', path: '/_cognate/health', query: '', headers: {}, body: Buffer.alloc(0) }
    const answers = Promise.all([1, 2, 3].map(async () => door({ ...request, remoteAddress: '', secure: false })))
    await vi.advanceTimersByTimeAsync(5_000)
    expect((await answers).map((answer) => answer?.status)).toEqual([503, 503, 503])
    expect(looks).toBe(1)
  } finally {
    vi.useRealTimers()
  }
})
