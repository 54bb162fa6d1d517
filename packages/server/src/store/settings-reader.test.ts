import { expect, test } from 'vitest'
import { settingsReader } from './settings-reader.ts'

interface Settings {
  Name: string
  Tags?: { a: string }
}

test('the same text under an id is the same value; another text is another', () => {
  const read = settingsReader<Settings>()
  const first = read('one', '{"Name":"a"}')
  expect(first).toEqual({ Name: 'a' })
  expect(read('one', ['{"Name":', '"a"}'].join(''))).toBe(first)
  expect(read('one', '{"Name":"b"}')).toEqual({ Name: 'b' })
  expect(read('two', '{"Name":"c"}')).toEqual({ Name: 'c' })
  expect(read('one', '{"Name":"a"}')).toEqual({ Name: 'a' })
})

test('nobody can change what others will read', () => {
  const settings = settingsReader<Settings>()('one', '{"Name":"a","Tags":{"a":"b"}}')
  expect(() => {
    settings.Name = 'other'
  }).toThrow(TypeError)
  expect(() => {
    if (settings.Tags) settings.Tags.a = 'other'
  }).toThrow(TypeError)
})

test('of very many ids it remembers the latest', () => {
  const read = settingsReader<Settings>()
  const first = read('0', '{"Name":"a"}')
  for (let id = 1; id < 200; id++) read(String(id), '{"Name":"a"}')
  expect(read('0', '{"Name":"a"}')).toBe(first)
  read('200', '{"Name":"a"}')
  expect(read('0', '{"Name":"a"}')).not.toBe(first)
})
