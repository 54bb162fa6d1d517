import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyObjectPower, modularPower, reusedGroupPower } from './modular-power.ts'
import { groupBytes, integerOf, prime } from './srp-group.ts'

const bytes = (n: number, length: number) => createHash('shake256', { outputLength: length }).update(`${n}`).digest()
const bases = [2n, 3n, prime - 2n, ...[1, 2, 3].map((n) => integerOf(bytes(n, 384)) % prime)].map(groupBytes)
const exponents = [Buffer.of(1), Buffer.of(0, 0, 200), bytes(4, 32), Buffer.concat([Buffer.alloc(2), bytes(5, 30)])]

test('the quick and the plain way give the same powers', () => {
  const quick = reusedGroupPower()
  for (const base of bases)
    for (const exponent of exponents) {
      const power = keyObjectPower(base, exponent)
      expect(power).toHaveLength(384)
      expect(quick?.(base, exponent)).toEqual(power)
    }
})

test('small powers are right', () => {
  expect(integerOf(modularPower()(groupBytes(3n), Buffer.of(100)))).toBe(3n ** 100n)
  expect(integerOf(keyObjectPower(groupBytes(7n), Buffer.of(0, 13)))).toBe(7n ** 13n)
})

const refused = /Deriving bits failed|Supplied key is too (small|large)/

test.each([0n, 1n, prime - 1n, prime])('a base of %s is refused by both', (base) => {
  expect(() => reusedGroupPower()?.(groupBytes(base), Buffer.of(5))).toThrow(refused)
  expect(() => keyObjectPower(groupBytes(base), Buffer.of(5))).toThrow(refused)
})
