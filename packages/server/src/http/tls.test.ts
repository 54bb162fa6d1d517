import { once } from 'node:events'
import { get } from 'node:https'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { listenerFor, shortBounds } from './testing/listener-for.ts'
import { selfSigned } from './testing/self-signed.ts'
import { talk, request } from './testing/talk.ts'

const tls = selfSigned()

test('with a certificate the listener speaks https, and says so to the doors', async () => {
  await using listener = await listenerFor(undefined, { tls })
  expect(listener.address).toBe(`https://127.0.0.1:${listener.port}`)
  const asked = get(`https://localhost:${listener.port}/`, { ca: tls.cert, agent: false })
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  expect(await text(response)).toBe('hello')
  expect(listener.requests).toMatchObject([{ secure: true }])
})

test('plain http is not answered there', async () => {
  await using listener = await listenerFor(undefined, { tls, bounds: shortBounds })
  expect(await talk(listener.port, request('GET /'))).not.toContain('200')
  expect(listener.requests).toEqual([])
})

test('a protocol older than TLS 1.2 is refused', async () => {
  await using listener = await listenerFor(undefined, { tls })
  const old = {
    ca: tls.cert,
    agent: false,
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'ALL:@SECLEVEL=0',
  } as const
  const asked = get(`https://localhost:${listener.port}/`, old)
  await expect(once(asked, 'response')).rejects.toThrow(/alert protocol version/)
})
