import { expect, test } from 'vitest'
import { boundedCache } from './bounded-cache.ts'

test('a value is made once', () => {
  const cache = boundedCache<number>(2)
  expect([cache.getOrMake('a', () => 1), cache.getOrMake('a', () => 2)]).toEqual([1, 1])
})

test('what was asked for longest ago is forgotten first', () => {
  const cache = boundedCache<number>(2)
  for (const key of ['a', 'b', 'a', 'c']) cache.getOrMake(key, () => 1)
  expect(['a', 'c', 'b'].map((key) => cache.getOrMake(key, () => 2))).toEqual([1, 1, 2])
})

test('what is to be forgotten is made anew', () => {
  const cache = boundedCache<number>(2)
  cache.getOrMake('a', () => 1)
  cache.forget('a')
  expect(cache.getOrMake('a', () => 2)).toBe(2)
})

test('what could not be made is not remembered', () => {
  const cache = boundedCache<number>(2)
  const fail = () => {
    throw new Error('not now')
  }
  expect(() => cache.getOrMake('a', fail)).toThrow('not now')
  expect(cache.getOrMake('a', () => 1)).toBe(1)
})
