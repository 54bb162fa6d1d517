import { expect, test } from 'vitest'
import { parseBlock, trustedProxies } from './trusted-proxies.ts'

const clientOf = trustedProxies(['10.0.0.0/8', '192.0.2.1', 'fd00::/8'])
const via = (...addresses: readonly string[]) => ({
  'x-forwarded-for': addresses.join(', '),
  'x-forwarded-proto': 'https',
})

test('a peer that is not trusted is the client, whatever its headers say', () => {
  expect(clientOf('198.51.100.1', false, via('203.0.113.9'))).toEqual({ address: '198.51.100.1', secure: false })
  expect(trustedProxies([])('10.0.0.1', false, via('203.0.113.9'))).toEqual({ address: '10.0.0.1', secure: false })
})

test('the client is the last address that no trusted proxy vouches beyond', () => {
  expect(clientOf('10.0.0.1', false, via('203.0.113.9'))).toEqual({ address: '203.0.113.9', secure: true })
  expect(clientOf('10.0.0.1', false, via('1.2.3.4', '203.0.113.9', '10.9.9.9')).address).toBe('203.0.113.9')
  expect(clientOf('192.0.2.1', false, via('2001:db8::1', 'fd00::5')).address).toBe('2001:db8::1')
  expect(clientOf('::ffff:10.0.0.1', false, via('203.0.113.9')).address).toBe('203.0.113.9')
})

test('when all are trusted the first is the client', () => {
  expect(clientOf('10.0.0.1', false, via('10.0.0.7', '10.0.0.8')).address).toBe('10.0.0.7')
})

test('what is no address is not taken for a client', () => {
  expect(clientOf('10.0.0.1', false, via('<script>', '10.0.0.8')).address).toBe('10.0.0.8')
  expect(clientOf('10.0.0.1', false, via('unknown')).address).toBe('10.0.0.1')
  expect(clientOf('10.0.0.1', false, {}).address).toBe('10.0.0.1')
})

test('a proxy that says nothing about the protocol leaves it as it is', () => {
  expect(clientOf('10.0.0.1', true, {}).secure).toBe(true)
  expect(clientOf('10.0.0.1', true, { 'x-forwarded-proto': 'https, http' }).secure).toBe(false)
})

test.each(['', 'example.com', '10.0.0.0/33', '10.0.0/8/8'])('%j is not a block of addresses', (text) => {
  expect(() => parseBlock(text)).toThrow(/^ipaddr: /)
})
