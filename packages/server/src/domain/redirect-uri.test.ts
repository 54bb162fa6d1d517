import { describe, expect, test } from 'vitest'
import { checkRedirectUri } from './redirect-uri.ts'

describe('a redirect URI', () => {
  test.each([
    'https://example.com',
    'https://example.com:8443/callback?a=b',
    'http://localhost',
    'http://localhost:3000/callback',
    'http://127.0.0.1:8080',
    'http://[::1]:8080/',
    'http://localhost?x=1',
    'myapp://callback',
    'com.example.app:/oauth',
    'exp://127.0.0.1:19000/--/',
  ])('is accepted: %s', (uri) => {
    expect(() => checkRedirectUri(uri)).not.toThrow()
  })

  test.each([
    'http://example.com',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'HTTP://example.com',
  ])('needs TLS unless it leads to this machine: %s', (uri) => {
    expect(() => checkRedirectUri(uri)).toThrow(`${uri} cannot use the HTTP protocol.`)
  })

  test('has no fragment', () => {
    expect(() => checkRedirectUri('https://example.com/#a')).toThrow('https://example.com/#a cannot use fragment')
  })

  test.each([
    'example.com/callback',
    '/callback',
    '//example.com',
    'https:',
    'https://',
    'https:///path',
    'https:example.com',
    'http://localhost:port',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'myapp:',
  ])('is refused when it is not absolute, not a URI or a script: %s', (uri) => {
    expect(() => checkRedirectUri(uri)).toThrow(
      expect.objectContaining({
        name: 'InvalidParameterException',
        message: `${uri} is not a valid redirect URI.`,
      }),
    )
  })
})
