import { expect, test } from 'vitest'
import { generator, groupBytes, groupLength, javaBytes, prime } from './srp-group.ts'
import { parseSrpSalt, parseSrpVerifier } from './srp-verifier.ts'

const base64 = (value: bigint) => javaBytes(value).toString('base64')

test.each([2n, 2n ** 200n, 2n ** 3071n + 1n, prime - 2n])(
  'a verifier of the group is taken, however long it is',
  (v) => {
    expect(parseSrpVerifier(base64(v))).toEqual(groupBytes(v))
    expect(parseSrpVerifier(groupBytes(v).toString('base64'))).toEqual(groupBytes(v))
  },
)

test.each([0n, 1n, prime - 1n, prime, prime + 1n, prime + generator, 2n ** 3080n])(
  'a verifier is refused with which anybody could prove the secret, or that is none of the group (%#)',
  (v) => {
    expect(parseSrpVerifier(base64(v))).toBeUndefined()
  },
)

test.each([
  '',
  '=',
  'a',
  '*',
  'ab cd',
  'AA==\n',
  'A'.repeat(100_000),
  Buffer.alloc(groupLength + 2, 1).toString('base64'),
])('what is no base64 of such an integer is refused (%#)', (text) => {
  expect(parseSrpVerifier(text)).toBeUndefined()
})

test('a salt is taken as hex, within a bound', () => {
  expect(parseSrpSalt('AP8j')).toBe('00ff23')
  expect(parseSrpSalt(Buffer.alloc(64, 7).toString('base64'))).toBe('07'.repeat(64))
  expect(parseSrpSalt(Buffer.alloc(65, 7).toString('base64'))).toBeUndefined()
  expect(parseSrpSalt('')).toBeUndefined()
  expect(parseSrpSalt('no salt')).toBeUndefined()
})
