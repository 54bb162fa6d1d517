import { expect, test } from 'vitest'
import { loopbackHostsAnd } from './host-rule.ts'
import { listenerFor } from './testing/listener-for.ts'
import { request, talk } from './testing/talk.ts'

const rule = loopbackHostsAnd(['Cognate.Test', 'id.example.com'])

test.each([
  'localhost',
  'localhost:9400',
  'LOCALHOST:9400',
  'localhost.',
  'demo.auth.localhost:9400',
  '127.0.0.1',
  '127.0.0.1:9400',
  '[::1]',
  '[::1]:9400',
  'cognate.test:80',
  'ID.example.com.',
])('%s is answered', (host) => {
  expect(rule(host)).toBe(true)
})

test.each([
  undefined,
  '',
  'evil.example',
  'evil.example:9400',
  'localhost.evil.example',
  'evil-localhost',
  'evil.example#.localhost',
  'evil.example/.localhost',
  'evil.example@localhost',
  'localhost@evil.example',
  'localhost, evil.example',
  'evil.example\\.localhost',
  '.localhost',
  '127.0.0.1.evil.example',
  '127.0.0.2',
  '0.0.0.0',
  '2130706433',
  '[::ffff:127.0.0.1]',
  '[::]',
  '::1',
  'sub.cognate.test',
  'localhost:port',
  'localhost..',
  'localhost:999999',
])('%s is a stranger', (host) => {
  expect(rule(host)).toBe(false)
})

test('a page whose name was rebound to this machine reaches no door', async () => {
  await using listener = await listenerFor()
  const heard = await talk(listener.port, request('POST /', ['Host: rebound.example', 'Content-Length: 2'], '{}'))
  expect(heard).toMatch(/^HTTP\/1\.1 421 .*--allowed-host.*--public-url/s)
  expect(listener.requests).toEqual([])
})

test.each([
  ['another host in the target than in the header', 'GET http://rebound.example/', ['Host: localhost']],
  ['two Host headers', 'GET /', ['Host: localhost', 'hOST: rebound.example']],
  ['a target that is a bare name', 'GET rebound.example', ['Host: localhost']],
  ['a target of another scheme', 'GET file:///etc/passwd', ['Host: localhost']],
])('%s is a bad request', async (_, line, headers) => {
  await using listener = await listenerFor()
  expect(await talk(listener.port, request(line, headers))).toMatch(/^HTTP\/1\.1 400 /)
  expect(listener.requests).toEqual([])
})

test('the host of an absolute target is judged as the Host header is', async () => {
  await using listener = await listenerFor()
  expect(await talk(listener.port, request('GET http://rebound.example/', ['Host: rebound.example']))).toMatch(/ 421 /)
  expect(await talk(listener.port, request('GET http://localhost/a?b'))).toMatch(/ 200 /)
  expect(listener.requests).toMatchObject([{ path: '/a', query: 'b' }])
})

test('a request of HTTP/1.0 without Host reaches no door', async () => {
  await using listener = await listenerFor()
  expect(await talk(listener.port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /)
})
