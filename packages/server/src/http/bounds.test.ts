import { once } from 'node:events'
import { expect, test } from 'vitest'
import { listenerFor, shortBounds } from './testing/listener-for.ts'
import { call, hear, request, talk } from './testing/talk.ts'

const small = { ...shortBounds, bodyBytes: 10_000 }

test('a body over the limit is refused unread when its length is announced', async () => {
  await using listener = await listenerFor(undefined, { bounds: small })
  const heard = await talk(listener.port, request('POST /', ['Host: localhost', 'Content-Length: 10001']))
  expect(heard).toMatch(/^HTTP\/1\.1 413 .*connection: close.*10000 bytes/is)
  expect(listener.requests).toEqual([])
})

test('a body of exactly the limit is read', async () => {
  await using listener = await listenerFor(undefined, { bounds: small })
  await talk(listener.port, request('POST /', ['Host: localhost', 'Content-Length: 10000'], 'x'.repeat(10_000)))
  expect(listener.requests[0]?.body.length).toBe(10_000)
})

test('a chunked body over the limit is refused, and its sender gets to see that', async () => {
  await using listener = await listenerFor(undefined, { bounds: small })
  const chunk = `2710\r\n${'x'.repeat(10_000)}\r\n`
  const said = request('POST /', ['Host: localhost', 'Transfer-Encoding: chunked'], chunk.repeat(50) + '0\r\n\r\n')
  expect(await talk(listener.port, said)).toMatch(/^HTTP\/1\.1 413 /)
  expect(listener.requests).toEqual([])
})

test('a client that waits to be asked for its body is asked, or refused first', async () => {
  await using listener = await listenerFor(undefined, { bounds: small })
  const socket = await call(listener.port)
  const heard = hear(socket)
  socket.write(request('POST /', ['Host: localhost', 'Expect: 100-continue', 'Content-Length: 2']))
  await once(socket, 'data')
  socket.write('{}')
  expect(await heard).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /)
  const large = request('POST /', ['Host: localhost', 'Expect: 100-continue', 'Content-Length: 20000'])
  expect(await talk(listener.port, large)).toMatch(/^HTTP\/1\.1 413 /)
})

test('a header that is too large is refused', async () => {
  await using listener = await listenerFor()
  const heard = await talk(listener.port, request('GET /', ['Host: localhost', `X: ${'x'.repeat(40_000)}`]))
  expect(heard).toMatch(/^HTTP\/1\.1 431 /)
})

test('a header that does not end in time is refused', async () => {
  await using listener = await listenerFor(undefined, { bounds: shortBounds })
  expect(await talk(listener.port, 'GET / HTTP/1.1\r\nHost: localhost\r\nX: ')).toMatch(/^HTTP\/1\.1 408 /)
})

test('a body that does not end in time is refused', async () => {
  await using listener = await listenerFor(undefined, { bounds: shortBounds })
  const said = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc'
  expect(await talk(listener.port, said)).toMatch(/^HTTP\/1\.1 408 /)
  expect(listener.requests).toEqual([])
})

test('a connection that says nothing is closed in time', async () => {
  await using listener = await listenerFor(undefined, { bounds: shortBounds })
  const afterAnswer = await call(listener.port)
  const heard = hear(afterAnswer)
  afterAnswer.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  expect(await heard).toMatch(/hello$/)
  expect(await hear(await call(listener.port))).toMatch(/^$|^HTTP\/1\.1 408 /)
})

test('connections above the limit are dropped', async () => {
  await using listener = await listenerFor(undefined, { bounds: { ...shortBounds, connections: 1 } })
  const first = await call(listener.port)
  expect(await hear(await call(listener.port))).toBe('')
  first.destroy()
})

test.each([
  [
    'two lengths that differ',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd',
  ],
  [
    'length and chunks',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  [
    'chunks that are not the last coding',
    'POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, gzip\r\n\r\n',
  ],
  ['a chunk size that is none', 'POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ['space before the colon', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length : 3\r\n\r\nabc'],
  ['a folded header', 'GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n'],
  ['a bare line feed', 'GET / HTTP/1.1\nHost: localhost\n\n'],
  ['a negative length', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n'],
  ['no HTTP at all', '\u0016\u0003\u0001\u0002\u0000 hello\r\n\r\n'],
  ['no Host', 'GET / HTTP/1.1\r\n\r\n'],
])('%s is malformed: answered 400, closed, and seen by no door', async (_, said) => {
  await using listener = await listenerFor(undefined, { bounds: shortBounds })
  expect(await talk(listener.port, said)).toMatch(/^HTTP\/1\.1 400 [^]*connection: close/i)
  expect(listener.requests).toEqual([])
})

test('what follows a request on its connection is not taken for the answer to it', async () => {
  const never = Promise.withResolvers<never>()
  await using listener = await listenerFor([() => never.promise], { bounds: shortBounds })
  expect(await talk(listener.port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', 'rubbish\r\n\r\n')).toBe('')
})
