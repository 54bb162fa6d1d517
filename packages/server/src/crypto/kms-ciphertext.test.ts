import { expect, test } from 'vitest'
import { systemRandom } from '../ambient/random.ts'
import { kmsCiphertext } from './kms-ciphertext.ts'

const key = { id: 'mrk-0123', material: systemRandom.bytes(32) }
const context = { pool: 'p', b: '1' }
const make = () => kmsCiphertext.make(key, Buffer.from('secret'), context, systemRandom)

test('a ciphertext names its key and opens under it, for its context in whatever order', () => {
  expect(kmsCiphertext.keyIdOf(make())).toBe('mrk-0123')
  expect(kmsCiphertext.open(key, make(), { b: '1', pool: 'p' })?.toString()).toBe('secret')
})

test('a ciphertext does not open for another context, under another key or under another name', () => {
  for (const other of [{}, { pool: 'p' }, { pool: 'p', b: '2' }, { pool: 'p', b: '1', c: '' }])
    expect(kmsCiphertext.open(key, make(), other)).toBeUndefined()
  expect(kmsCiphertext.open({ ...key, material: systemRandom.bytes(32) }, make(), context)).toBeUndefined()
  expect(kmsCiphertext.open({ ...key, id: 'mrk-0124' }, make(), context)).toBeUndefined()
})

test('a ciphertext that was altered anywhere or cut short opens nowhere', () => {
  const blob = make()
  for (const place of blob.keys()) {
    const altered = Buffer.from(blob)
    altered[place] = (altered[place] ?? 0) ^ 1
    const opens = kmsCiphertext.keyIdOf(altered) === key.id && kmsCiphertext.open(key, altered, context) !== undefined
    expect(opens).toBe(false)
    expect(kmsCiphertext.open(key, blob.subarray(0, place), context)).toBeUndefined()
  }
  expect(kmsCiphertext.keyIdOf(Buffer.alloc(0))).toBeUndefined()
})
