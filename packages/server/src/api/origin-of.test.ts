import { expect, test } from 'vitest'
import { originOf } from './origin-of.ts'

test('a call comes from the address of its connection, and says which program it is', () => {
  const request = { remoteAddress: '192.0.2.1', headers: { 'user-agent': 'app/1' } }
  expect(originOf(request)).toEqual({ address: '192.0.2.1', userAgent: 'app/1' })
  expect(originOf({ ...request, headers: {} })).toEqual({ address: '192.0.2.1', userAgent: undefined })
})

test('what a program says of itself is kept within a bound', () => {
  const request = { remoteAddress: '192.0.2.1', headers: { 'user-agent': 'a'.repeat(5000) } }
  expect(originOf(request).userAgent).toHaveLength(1024)
})
