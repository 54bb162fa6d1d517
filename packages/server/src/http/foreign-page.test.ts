import { describe, expect, test } from 'vitest'
import { isForeignPage } from './foreign-page.ts'

const from = (headers: Readonly<Record<string, string>>, admitted = { loopback: true } as const) =>
  isForeignPage({ headers }, admitted)

test.each([
  'http://localhost',
  'http://localhost:3000',
  'https://localhost:8443',
  'http://app.localhost:5173',
  'http://127.0.0.1:8080',
  'http://[::1]:8080',
])('the page %s of this machine is not foreign', (origin) => {
  expect(from({ origin })).toBe(false)
})

test.each([
  'https://evil.example',
  'http://localhost.evil.example',
  'http://evil.example:80/.localhost',
  'http://localhost@evil.example',
  'http://127.0.0.1.evil.example',
  'http://evil-localhost',
  'chrome-extension://localhost',
  'file://',
  'null',
  '',
])('a page of origin %j is foreign', (origin) => {
  expect(from({ origin })).toBe(true)
})

test('what no page sends is not foreign', () => {
  expect(from({})).toBe(false)
  expect(from({ 'sec-fetch-site': 'none' })).toBe(false)
})

test('a browser that names no origin but says that it crosses sites asks for a foreign page', () => {
  expect(from({ 'sec-fetch-site': 'cross-site' })).toBe(true)
})

describe('where loopback pages are not admitted', () => {
  const admitted = { own: 'https://id.example.com', loopback: false } as const

  test('only the own origin is not foreign', () => {
    expect(isForeignPage({ headers: { origin: 'https://id.example.com' } }, admitted)).toBe(false)
    expect(isForeignPage({ headers: { origin: 'http://id.example.com' } }, admitted)).toBe(true)
    expect(isForeignPage({ headers: { origin: 'http://localhost:3000' } }, admitted)).toBe(true)
  })
})
