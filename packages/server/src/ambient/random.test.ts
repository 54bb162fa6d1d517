import { expect, test } from 'vitest'
import { systemRandom } from './random.ts'

test('no byte is given out twice, however the bytes are asked for', () => {
  const counts = [16, 12, 32, 10, 256, 300, 4096, 0, 1]
  const drawn = Array.from({ length: 200 }, () => counts.map((count) => systemRandom.bytes(count)))
  for (const row of drawn) expect(row.map(({ length }) => length)).toEqual(counts)
  const long = drawn.flat().filter(({ length }) => length >= 10)
  expect(new Set(long.map((bytes) => bytes.toString('hex'))).size).toBe(long.length)
  const all = Buffer.concat(drawn.flat())
  const eights = Array.from({ length: Math.floor(all.length / 8) }, (_, at) => all.toString('hex', at * 8, at * 8 + 8))
  expect(new Set(eights).size).toBe(eights.length)
})

test('what was drawn stays as it is while more is drawn', () => {
  const first = systemRandom.bytes(32)
  const before = first.toString('hex')
  for (let at = 0; at < 500; at++) systemRandom.bytes(32)
  expect(first.toString('hex')).toBe(before)
})

test('bytes are spread evenly', () => {
  const counts = new Uint32Array(256)
  for (let at = 0; at < 4000; at++) for (const byte of systemRandom.bytes(32)) counts[byte] = (counts[byte] ?? 0) + 1
  // 500 expected of each; 6 standard deviations are 134.
  for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(134)
})
