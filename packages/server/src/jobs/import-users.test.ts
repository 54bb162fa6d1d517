import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { importScene } from '../testing/import-scene.ts'
import { startImporting } from './import-users.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('a job that is started is worked on soon, and being disposed is waited for', async () => {
  await using scene = await importScene()
  const { JobId, address } = await scene.createJob()
  await scene.put(address, [await scene.fileOf([{ 'cognito:username': 'ada', email: 'ada@example.com' }])])
  await scene.start(JobId)
  const importing = startImporting(scene.world)
  await vi.advanceTimersByTimeAsync(2_000)
  await vi.waitFor(async () => expect((await scene.describe(JobId)).Status).toBe('Succeeded'))
  await importing[Symbol.asyncDispose]()
  expect(vi.getTimerCount()).toBe(0)
})

test('a store that fails is said, and the next time is another try', async () => {
  await using scene = await importScene()
  const events: string[] = []
  const log = { ...scene.world.log, warn: (event: string) => events.push(event) }
  const due = () => Promise.reject(new Error('gone'))
  const store = { ...scene.world.store, imports: { ...scene.world.store.imports, due } }
  const importing = startImporting({ ...scene.world, store, log })
  await vi.advanceTimersByTimeAsync(4_000)
  await importing[Symbol.asyncDispose]()
  expect(events).toEqual(['looking for import jobs failed', 'looking for import jobs failed'])
})
