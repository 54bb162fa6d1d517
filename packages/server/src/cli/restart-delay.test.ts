import { expect, test } from 'vitest'
import { restartDelay } from './restart-delay.ts'

test('what dies again and again waits twice as long each time, ten seconds at the most', () => {
  const delayOf = restartDelay()
  expect(Array.from({ length: 9 }, (_, second) => delayOf(second * 1000))).toEqual([
    100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000,
  ])
})

test('after a quiet minute it starts over', () => {
  const delayOf = restartDelay()
  delayOf(0)
  expect(delayOf(60_000)).toBe(200)
  expect(delayOf(120_001)).toBe(100)
})
