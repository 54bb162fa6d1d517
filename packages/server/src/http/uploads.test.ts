import { once } from 'node:events'
import { expect, test } from 'vitest'
import { listenerFor, shortBounds } from './testing/listener-for.ts'
import type { HttpResponse, UploadDoor } from './message.ts'
import { call, hear, request, talk } from './testing/talk.ts'

const small = { ...shortBounds, bodyBytes: 10 }

/** Counts what arrives under /upload, up to a limit. */
function counting(limit = Infinity): { readonly door: UploadDoor; readonly broken: Promise<void> } {
  const broken = Promise.withResolvers<void>()
  const count = async (body: AsyncIterable<Buffer>): Promise<HttpResponse> => {
    let bytes = 0
    try {
      for await (const chunk of body) {
        bytes += chunk.length
        if (bytes > limit) return { status: 400, headers: {}, body: 'enough' }
      }
    } catch (error) {
      broken.resolve()
      throw error
    }
    return { status: 200, headers: {}, body: `${bytes} bytes` }
  }
  return { door: ({ path }, body) => (path === '/upload' ? count(body) : undefined), broken: broken.promise }
}

const put = (bytes: number, headers: readonly string[] = []) =>
  request('PUT /upload', ['Host: localhost', `Content-Length: ${bytes}`, ...headers], 'x'.repeat(bytes))

test('an upload door reads a body that no other door would be given', async () => {
  await using listener = await listenerFor(undefined, { bounds: small, uploadDoors: [counting().door] })
  expect(await talk(listener.port, put(3_000_000))).toMatch(/^HTTP\/1\.1 200 [^]*3000000 bytes$/)
  expect(await talk(listener.port, put(0))).toMatch(/0 bytes$/)
  expect(listener.requests).toEqual([])
})

test('what an upload door does not serve is bounded and answered as ever', async () => {
  await using listener = await listenerFor(undefined, { bounds: small, uploadDoors: [counting().door] })
  const elsewhere = (length: number) =>
    request('POST /', ['Host: localhost', `Content-Length: ${length}`], 'x'.repeat(length))
  expect(await talk(listener.port, elsewhere(10))).toMatch(/hello$/)
  expect(await talk(listener.port, elsewhere(11))).toMatch(/^HTTP\/1\.1 413 /)
})

test('an upload door that has read enough is heard, and the connection ends', async () => {
  await using listener = await listenerFor(undefined, { bounds: small, uploadDoors: [counting(100_000).door] })
  expect(await talk(listener.port, put(3_000_000))).toMatch(/^HTTP\/1\.1 400 [^]*connection: close[^]*enough$/i)
})

test('who waits to be asked for an upload is asked', async () => {
  await using listener = await listenerFor(undefined, { bounds: small, uploadDoors: [counting().door] })
  const socket = await call(listener.port)
  const heard = hear(socket)
  socket.write(request('PUT /upload', ['Host: localhost', 'Expect: 100-continue', 'Content-Length: 20']))
  await once(socket, 'data')
  socket.write('x'.repeat(20))
  expect(await heard).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 [^]*20 bytes$/)
})

test('an upload that breaks off is told to its door and is no fault', async () => {
  const { door, broken } = counting()
  await using listener = await listenerFor(undefined, { bounds: small, uploadDoors: [door] })
  const socket = await call(listener.port)
  socket.write('PUT /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf')
  await new Promise((resolve) => setImmediate(resolve))
  socket.resetAndDestroy()
  await broken
  expect(await talk(listener.port, put(5))).toMatch(/5 bytes$/)
  expect(listener.faults).toEqual([])
})

test('an upload door that fails is a 500 without the reason, and is reported', async () => {
  const failing: UploadDoor = () => Promise.reject(new Error('secret reason'))
  await using listener = await listenerFor(undefined, { bounds: small, uploadDoors: [failing] })
  const heard = await talk(listener.port, put(3_000))
  expect(heard).toMatch(/^HTTP\/1\.1 500 .*Internal server error/is)
  expect(heard).not.toContain('secret')
  expect(listener.faults).toHaveLength(1)
})

test('an upload that does not end in time is cut off', async () => {
  const bounds = { ...small, uploadMs: 300 }
  await using listener = await listenerFor(undefined, { bounds, uploadDoors: [counting().door] })
  const said = 'PUT /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc'
  expect(await talk(listener.port, said)).not.toMatch(/200/)
})
