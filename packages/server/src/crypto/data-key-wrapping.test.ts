import { expect, test } from 'vitest'
import { systemRandom as random } from '../ambient/random.ts'
import { unwrapDataKey, wrapDataKey, WrongMasterKey } from './data-key-wrapping.ts'

const masterKey = random.bytes(32)
const dataKey = { id: 'k1', key: random.bytes(32) }

test('a wrapped data key is given back under the same master key', () => {
  expect(unwrapDataKey(masterKey, 'k1', wrapDataKey(masterKey, dataKey, random))).toEqual(dataKey)
})

test.each<[string, () => unknown]>([
  ['another master key', () => unwrapDataKey(random.bytes(32), 'k1', wrapDataKey(masterKey, dataKey, random))],
  ['another id', () => unwrapDataKey(masterKey, 'k2', wrapDataKey(masterKey, dataKey, random))],
  ['a wrapped key cut short', () => unwrapDataKey(masterKey, 'k1', wrapDataKey(masterKey, dataKey, random).slice(9))],
  ['rubbish', () => unwrapDataKey(masterKey, 'k1', 'rubbish')],
])('%s is refused with a clear error', (_, unwrap) => {
  expect(unwrap).toThrow(WrongMasterKey)
})

test('a master key of a wrong size is refused', () => {
  expect(() => wrapDataKey(random.bytes(16), dataKey, random)).toThrow('The master key must have 32 bytes')
})
