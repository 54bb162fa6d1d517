import { expect, test } from 'vitest'
import { readFlag, readText, readTexts } from './read-member.ts'
import type { Json } from './trigger-event.ts'

const unrecognizable = 'Unrecognizable lambda output'

test.each<readonly [Json | undefined, boolean]>([
  [true, true],
  [false, false],
  [null, false],
  [undefined, false],
  ['true', true],
  ['false', false],
])('%j is the answer %j', (value, meaning) => {
  expect(readFlag({ it: value }, 'it')).toBe(meaning)
})

test.each<Json>(['yes', 1, 0, {}, []])('%j is neither yes nor no', (value) => {
  expect(() => readFlag({ it: value }, 'it')).toThrow(unrecognizable)
})

test('numbers and truth values become texts [O]; what is null is not there', () => {
  expect(readTexts({ it: { trigger: true, tries: 3, none: null, text: 'a' } }, 'it')).toEqual({
    trigger: 'true',
    tries: '3',
    text: 'a',
  })
  expect(readTexts({ it: null }, 'it')).toEqual({})
  expect(readText({ it: 7 }, 'it')).toBe('7')
  expect(readText({}, 'it')).toBeUndefined()
})

test.each<Json>(['text', 1, ['a'], { deep: {} }, { deep: [] }])('%j is no texts by name', (value) => {
  expect(() => readTexts({ it: value }, 'it')).toThrow(unrecognizable)
})

test.each<Json>([{}, []])('%j is no text', (value) => {
  expect(() => readText({ it: value }, 'it')).toThrow(unrecognizable)
})
