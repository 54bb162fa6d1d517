import { once } from 'node:events'
import { expect, test } from 'vitest'
import { listenerFor, shortBounds } from './testing/listener-for.ts'
import { call, hear, request, talk } from './testing/talk.ts'

const bounds = { ...shortBounds, bodyBytes: 10, largeBodyBytes: 100, largeBodies: 1 }
const scene = () => listenerFor(undefined, { bounds, mayBeLarge: ({ headers }) => headers['x-large'] !== undefined })
const sized = (size: number, headers: readonly string[] = ['X-Large: 1']) =>
  request('POST /', ['Host: localhost', ...headers, `Content-Length: ${size}`], 'x'.repeat(size))

test('what may be large has a bound of its own, and nothing else has it', async () => {
  await using listener = await scene()
  expect(await talk(listener.port, sized(100))).toMatch(/^HTTP\/1\.1 200 /)
  expect(await talk(listener.port, sized(101))).toMatch(/^HTTP\/1\.1 413 .* 100 bytes/s)
  expect(await talk(listener.port, sized(11, []))).toMatch(/^HTTP\/1\.1 413 .* 10 bytes/s)
})

test('so few large bodies are held at a time, and small ones of the same kind always', async () => {
  await using listener = await scene()
  const socket = await call(listener.port)
  const heard = hear(socket)
  socket.write(request('POST /', ['Host: localhost', 'X-Large: 1', 'Content-Length: 50', 'Expect: 100-continue']))
  await once(socket, 'data')
  expect(await talk(listener.port, sized(50))).toMatch(/^HTTP\/1\.1 503 /)
  expect(await talk(listener.port, sized(10))).toMatch(/^HTTP\/1\.1 200 /)
  socket.write('x'.repeat(50))
  expect(await heard).toMatch(/HTTP\/1\.1 200 /)
  expect(await talk(listener.port, sized(50))).toMatch(/^HTTP\/1\.1 200 /)
})

test('a sender of a large body that goes away gives its place back', async () => {
  await using listener = await scene()
  const socket = await call(listener.port)
  socket.write(request('POST /', ['Host: localhost', 'X-Large: 1', 'Content-Length: 50', 'Expect: 100-continue']))
  await once(socket, 'data')
  socket.destroy()
  await expect.poll(() => talk(listener.port, sized(50))).toMatch(/^HTTP\/1\.1 200 /)
})
