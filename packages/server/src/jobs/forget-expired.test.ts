import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { logTo } from '../ambient/log.ts'
import { rotateSigningKeys } from '../flows/tokens/signing-keys.ts'
import { publishedKeys } from '../testing/published-keys.ts'
import { signInScene } from '../testing/sign-in-scene.ts'
import { startForgetting } from './forget-expired.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const tenMinutes = 600_000

test('every ten minutes what has ended is forgotten, such as retired signing keys', async () => {
  await using scene = await signInScene()
  await rotateSigningKeys(scene.UserPoolId, scene.world)
  scene.clock.advance(26 * 3_600_000)
  const keys = async () => (await publishedKeys(scene.UserPoolId, scene.world)).keys
  await using _ = startForgetting(scene.world)
  vi.advanceTimersByTime(tenMinutes - 1)
  expect(await keys()).toHaveLength(4)
  vi.advanceTimersByTime(1)
  await vi.waitFor(async () => expect(await keys()).toHaveLength(2))
})

test('a store that fails is logged, and tried again', async () => {
  const lines = new PassThrough()
  let tries = 0
  await using scene = await signInScene()
  const store = { ...scene.world.store, forgetExpired: () => Promise.reject(new Error(`${++tries}`)) }
  await using _ = startForgetting({ ...scene.world, store, log: logTo(lines, 'warn') })
  vi.advanceTimersByTime(2 * tenMinutes)
  await vi.waitFor(() => expect(tries).toBe(2))
  expect(String(lines.read())).toContain('forgetting expired rows failed')
})
