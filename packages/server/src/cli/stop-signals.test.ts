import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { stopSignals } from './stop-signals.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const isSettled = async (promise: Promise<unknown>) =>
  (await Promise.race([promise.then(() => true), Promise.resolve().then(() => false)])) === true

test('one key press that arrives several times is one signal', async () => {
  const source = new EventEmitter()
  using signals = stopSignals(source)
  for (let time = 0; time < 3; time += 1) source.emit('SIGINT', 'SIGINT')
  await signals.first
  vi.advanceTimersByTime(99)
  source.emit('SIGINT', 'SIGINT')
  expect(await isSettled(signals.second)).toBe(false)
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])('a second %s ends with code %d', async (signal, code) => {
  const source = new EventEmitter()
  using signals = stopSignals(source)
  source.emit('SIGTERM', 'SIGTERM')
  vi.advanceTimersByTime(101)
  source.emit(signal, signal)
  expect(await signals.second).toBe(code)
})

test('what is no longer awaited leaves nothing behind', () => {
  const source = new EventEmitter()
  stopSignals(source)[Symbol.dispose]()
  expect(source.eventNames()).toEqual([])
})
