import { expect, test } from 'vitest'
import { inRanges, networkOf } from './address-ranges.ts'

const ranges = ['192.0.2.0/24', '2001:db8::/32']

test.each([
  ['192.0.2.77', true],
  ['192.0.3.1', false],
  ['::ffff:192.0.2.77', true],
  ['2001:db8:1::7', true],
  ['2001:db9::1', false],
  ['', false],
  ['example.com', false],
])('whether %j is in the ranges: %s', (address, within) => {
  expect(inRanges(address, ranges)).toBe(within)
  expect(inRanges(address, [])).toBe(false)
})

test('the addresses of one IPv6 network are one place, those of IPv4 are each their own', () => {
  expect(networkOf('2001:db8:1:2::7')).toBe(networkOf('2001:db8:1:2:ffff::1'))
  expect(networkOf('2001:db8:1:2::7')).not.toBe(networkOf('2001:db8:1:3::7'))
  expect(networkOf('::ffff:192.0.2.77')).toBe('192.0.2.77')
  expect(networkOf('192.0.2.77')).not.toBe(networkOf('192.0.2.78'))
  expect(networkOf('nowhere')).toBeUndefined()
})
