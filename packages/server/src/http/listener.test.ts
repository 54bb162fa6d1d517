import { once } from 'node:events'
import { createConnection } from 'node:net'
import { expect, test } from 'vitest'
import { listen } from './listener.ts'
import { anyHost } from './host-rule.ts'
import { listenerFor, shortBounds } from './testing/listener-for.ts'
import { call, hear, request, talk } from './testing/talk.ts'
import { peerIsClient, trustedProxies } from './trusted-proxies.ts'

test('a request reaches the door as it was sent', async () => {
  await using listener = await listenerFor()
  const said = request('POST /some%20path?a=1&b=%20', ['Host: localhost', 'X-One: 1', 'Content-Length: 4'], '{}\r\n')
  expect(await talk(listener.port, said)).toMatch(/^HTTP\/1\.1 200 OK\r\n.*content-length: 5\r\n.*\r\n\r\nhello$/is)
  expect(listener.requests).toMatchObject([
    {
      method: 'POST',
      path: '/some%20path',
      query: 'a=1&b=%20',
      headers: { host: 'localhost', 'x-one': '1' },
      body: Buffer.from('{}\r\n'),
      remoteAddress: '127.0.0.1',
      secure: false,
    },
  ])
})

test('a chunked body is put together', async () => {
  await using listener = await listenerFor()
  await talk(
    listener.port,
    request('POST /', ['Host: localhost', 'Transfer-Encoding: chunked'], '3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n'),
  )
  expect(listener.requests[0]?.body.toString()).toBe('abcde')
})

test('doors are asked in order and the first that serves answers', async () => {
  const answer = (body: string) => () => Promise.resolve({ status: 200, headers: {}, body })
  await using listener = await listenerFor([() => undefined, answer('second'), answer('third')])
  expect(await talk(listener.port, request('GET /'))).toMatch(/second$/)
})

test('what no door serves is not found', async () => {
  await using listener = await listenerFor([])
  expect(await talk(listener.port, request('GET /'))).toMatch(/^HTTP\/1\.1 404 .*Nothing is served/s)
})

test.each([
  [
    'throws',
    () => {
      throw new Error('secret reason')
    },
  ],
  ['rejects', () => Promise.reject(new Error('secret reason'))],
  [
    'answers with a header that cannot be sent',
    () => Promise.resolve({ status: 200, headers: { x: 'a\r\nb: c' }, body: '' }),
  ],
])('a door that %s is a 500 without the reason, and is reported', async (_, door) => {
  await using listener = await listenerFor([door])
  const heard = await talk(listener.port, request('GET /'))
  expect(heard).toMatch(/^HTTP\/1\.1 500 .*x-amzn-requestid: fault-1\r\n.*Internal server error/is)
  expect(heard).not.toContain('secret')
  expect(listener.faults).toHaveLength(1)
})

test('an answer without content has no length and keeps the connection', async () => {
  await using listener = await listenerFor([() => Promise.resolve({ status: 204, headers: {}, body: '' })])
  const heard = await talk(listener.port, 'OPTIONS / HTTP/1.1\r\nHost: localhost\r\n\r\n', request('OPTIONS /'))
  expect(heard.match(/HTTP\/1\.1 204 /g)).toHaveLength(2)
  expect(heard).not.toMatch(/content-length|transfer-encoding/i)
})

test('HEAD tells the length of the body and sends none', async () => {
  await using listener = await listenerFor()
  expect(await talk(listener.port, request('HEAD /'))).toMatch(/content-length: 5\r\n(?:.*\r\n)*\r\n$/i)
})

test('a wish to change the protocol is passed over', async () => {
  await using listener = await listenerFor()
  const headers = ['Host: localhost', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__']
  const heard = await talk(
    listener.port,
    ['GET / HTTP/1.1', ...headers, 'Connection: Upgrade, close', '', ''].join('\r\n'),
  )
  expect(heard).toMatch(/^HTTP\/1\.1 200 /)
})

test('a tunnel is not dug', async () => {
  await using listener = await listenerFor()
  expect(await talk(listener.port, request('CONNECT evil.example:443'))).toBe('')
  expect(listener.requests).toEqual([])
})

test('a header that requests have no business with stays text', async () => {
  await using listener = await listenerFor()
  await talk(listener.port, request('GET /', ['Host: localhost', 'Set-Cookie: a', '__proto__: b', 'Cookie: c']))
  expect(Object.values(listener.requests[0]?.headers ?? {}).every((value) => typeof value === 'string')).toBe(true)
})

test('before its doors are open the listener says that it is starting', async () => {
  const options = { host: '127.0.0.1', port: 0, hostRule: anyHost, clientOf: peerIsClient, report: String }
  await using listener = await listen(options)
  expect(await talk(listener.port, request('GET /'))).toMatch(/^HTTP\/1\.1 503 /)
})

test('a port in use is refused with EADDRINUSE', async () => {
  await using listener = await listenerFor()
  await expect(listenerFor([], { port: listener.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test('pipelined requests are answered in their order, whichever is ready first', async () => {
  const slow = Promise.withResolvers<void>()
  await using listener = await listenerFor([
    async ({ path }) => {
      if (path === '/slow') await slow.promise
      else slow.resolve()
      return { status: 200, headers: {}, body: `[${path}]` }
    },
  ])
  const heard = await talk(listener.port, 'GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n' + request('GET /fast'))
  expect(heard.match(/\[\/\w+\]/g)).toEqual(['[/slow]', '[/fast]'])
})

test('a client that pipelines without end is let go', async () => {
  const never = Promise.withResolvers<never>()
  await using listener = await listenerFor([() => never.promise], { bounds: { ...shortBounds, pipelined: 5 } })
  expect(await talk(listener.port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(20))).toBe('')
  expect(listener.requests.length).toBe(5)
})

test('a client that has closed its half of the connection still gets its answer', async () => {
  await using listener = await listenerFor()
  const socket = await call(listener.port)
  socket.end(request('GET /'))
  expect(await hear(socket)).toMatch(/hello$/)
})

test('a request that breaks off reaches no door', async () => {
  await using listener = await listenerFor()
  const socket = await call(listener.port)
  socket.end('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf')
  expect(await hear(socket)).toMatch(/^HTTP\/1\.1 400 /)
  expect(listener.requests).toEqual([])
})

test('a client that goes away while its answer is made harms nobody', async () => {
  const gone = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  await using listener = await listenerFor([
    async ({ path }) => {
      if (path === '/gone') asked.resolve()
      if (path === '/gone') await gone.promise
      return { status: 200, headers: {}, body: 'x'.repeat(100_000) }
    },
  ])
  const socket = createConnection(listener.port, '127.0.0.1')
  socket.write(request('GET /gone'))
  await asked.promise
  socket.resetAndDestroy()
  await once(socket, 'close')
  gone.resolve()
  expect(await talk(listener.port, request('GET /'))).toMatch(/^HTTP\/1\.1 200 /)
  expect(listener.faults).toEqual([])
})

test('behind a trusted proxy the client is the one the proxy names', async () => {
  await using listener = await listenerFor(undefined, { clientOf: trustedProxies(['127.0.0.1']) })
  const headers = ['Host: localhost', 'X-Forwarded-For: 192.0.2.7', 'X-Forwarded-Proto: https']
  await talk(listener.port, request('GET /', headers))
  expect(listener.requests[0]).toMatchObject({ remoteAddress: '192.0.2.7', secure: true })
})

test('closing finishes what is under way, ends its connection and takes nothing new', async () => {
  const asked = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const listener = await listenerFor([
    async () => {
      asked.resolve()
      await release.promise
      return { status: 200, headers: {}, body: 'finished' }
    },
  ])
  const answer = talk(listener.port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await asked.promise
  const closed = listener[Symbol.asyncDispose]()
  await expect(call(listener.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  release.resolve()
  expect(await answer).toMatch(/connection: close\r\n.*finished$/is)
  await closed
})

test('closing does not wait for idle connections, nor longer than its bound for answers', async () => {
  const never = Promise.withResolvers<never>()
  const asked = Promise.withResolvers<void>()
  const listener = await listenerFor(
    [
      () => {
        asked.resolve()
        return never.promise
      },
    ],
    { bounds: shortBounds },
  )
  const idle = hear(await call(listener.port))
  const stuck = talk(listener.port, request('GET /'))
  await asked.promise
  await listener[Symbol.asyncDispose]()
  expect(await Promise.all([idle, stuck])).toEqual(['', ''])
})
