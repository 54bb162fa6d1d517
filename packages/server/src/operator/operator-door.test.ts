import { request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { createAccessKey, disableAccessKey } from '../flows/access-keys.ts'
import { selfSigned } from '../http/testing/self-signed.ts'
import { post } from '../outbox/post.ts'
import { mailTo } from '../testing/mail-fixtures.ts'
import { aMessage } from '../testing/store-fixtures.ts'
import { operatorScene } from '../testing/operator-scene.ts'

const basic = (id: string, secret: string) => ({
  headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
})

const anyAddress = { address: '203.0.113.9', secure: false }

test('metrics are given in Prometheus’ format: the process, the calls and the messages', async () => {
  await using house = await operatorScene('dev')
  house.world.metrics.observe('SignUp', 'ok', 0.02)
  house.world.metrics.observe('SignUp', 'UsernameExistsException', 0.01)
  house.world.metrics.countMessage('email', 'sent')
  await house.world.store.decide([house.world.store.outbox.put(aMessage())])
  const response = await house.ask('metrics')
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const body = await response.text()
  expect(body).toContain('cognate_operation_seconds_count{operation="SignUp",outcome="ok"} 1')
  expect(body).toContain('cognate_operation_seconds_sum{operation="SignUp",outcome="UsernameExistsException"} 0.01')
  expect(body).toContain('cognate_messages_total{channel="email",outcome="sent"} 1')
  expect(body).toContain('cognate_messages_waiting 1')
  expect(body).toContain('nodejs_eventloop_lag_p99_seconds')
  expect(body).toContain('process_resident_memory_bytes')
})

// The inbox.

test('the inbox shows messages newest first, whole, with null for what they lack', async () => {
  await using house = await operatorScene('dev')
  const { world, ask } = house
  const mail = mailTo('Ada+tag@Example.com', world.clock.now())
  const { subject: _, html: __, code: ___, ...bare } = mail
  await world.store.decide([post({ ...mail, link: 'https://id.example.com/x' }, world.clock.now(), world)])
  world.clock.advance(1000)
  await world.store.decide([post({ ...bare, channel: 'sms', to: '+15555550142' }, world.clock.now(), world)])
  const { messages } = (await (await ask('inbox')).json()) as { messages: readonly { readonly id: string }[] }
  expect(messages).toEqual([
    {
      id: messages[0]?.id,
      channel: 'sms',
      to: '+15555550142',
      source: 'CustomMessage_SignUp',
      subject: null,
      text: mail.text,
      html: null,
      code: null,
      link: null,
      createdAt: '2026-01-01T00:00:01.000Z',
    },
    {
      id: messages[1]?.id,
      channel: 'email',
      to: 'Ada+tag@Example.com',
      source: 'CustomMessage_SignUp',
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      code: '123456',
      link: 'https://id.example.com/x',
      createdAt: '2026-01-01T00:00:00.000Z',
    },
  ])
  expect(messages[0]?.id).not.toBe(messages[1]?.id)
})

test.each([
  ['ada+tag@example.com', 1],
  ['ADA%2Btag%40example.com', 1],
  ['+15555550142', 1],
  ['%2B15555550142', 1],
  ['bob@example.com', 0],
  ['', 0],
])('the inbox to %s is that address’s alone', async (to, count) => {
  await using house = await operatorScene('dev')
  const { world, ask } = house
  for (const address of ['Ada+tag@Example.com', '+15555550142'])
    await world.store.decide([post(mailTo(address, world.clock.now()), world.clock.now(), world)])
  const { messages } = (await (await ask(`inbox?to=${to}`)).json()) as { messages: readonly unknown[] }
  expect(messages).toHaveLength(count)
})

test('the inbox can be emptied', async () => {
  await using house = await operatorScene('dev')
  const { world, ask } = house
  await world.store.decide([post(mailTo('ada@example.com', world.clock.now()), world.clock.now(), world)])
  const response = await ask('inbox', { method: 'DELETE' })
  expect(response.status).toBe(200)
  expect(await (await ask('inbox')).json()).toEqual({ messages: [] })
})

test('emptying the inbox drops nothing that a mail server is still to get', async () => {
  await using house = await operatorScene('dev')
  const { world, ask } = house
  const outbox = { ...world.outbox, stateOf: () => 'waiting' as const }
  const now = world.clock.now()
  await world.store.decide([post(mailTo('ada@example.com', now), now, { ...world, outbox })])
  await ask('inbox', { method: 'DELETE' })
  expect(await world.store.outbox.waiting()).toBe(1)
})

// The clock.

const moveClock = (advanceSeconds: unknown) => ({ method: 'POST', body: JSON.stringify({ advanceSeconds }) })

test('the clock can be moved ahead', async () => {
  await using house = await operatorScene('dev')
  const response = await house.ask('clock', moveClock(90.5))
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ now: '2026-01-01T00:01:30.500Z' })
  expect(house.world.clock.now()).toBe(Date.UTC(2026, 0, 1) + 90_500)
})

test.each([-1, 1e12, '60', null, [], {}, Number.NaN])('the clock is not moved by %j', async (advanceSeconds) => {
  await using house = await operatorScene('dev')
  const response = await house.ask('clock', moveClock(advanceSeconds))
  expect(response.status).toBe(400)
  expect(house.world.clock.now()).toBe(Date.UTC(2026, 0, 1))
})

test.each(['', '{', 'null', '5', '[]', '"advanceSeconds"', '{"advanceSeconds":1e999}', '\u0000'])(
  'the clock is not moved by a body of %j',
  async (body) => {
    await using house = await operatorScene('dev')
    expect((await house.ask('clock', { method: 'POST', body })).status).toBe(400)
    expect(house.world.clock.now()).toBe(Date.UTC(2026, 0, 1))
  },
)

test('the clock never leaves the years that dates can be written in', async () => {
  await using house = await operatorScene('dev')
  house.world.clock.advance(Date.UTC(9998, 11, 31) - house.world.clock.now())
  expect((await house.ask('clock', moveClock(172_800))).status).toBe(400)
  expect((await house.ask('clock', moveClock(3_600))).status).toBe(200)
})

// Who may ask.

test.each(['inbox', 'clock', 'inbox/', 'x', '', 'health/', '__proto__', 'constructor', 'HEALTH'])(
  'there is nothing at /_cognate/%s in serve, key or not',
  async (path) => {
    await using house = await operatorScene('serve')
    const { id, secret } = await createAccessKey('000000000000', house.world)
    for (const method of ['GET', 'POST', 'DELETE']) {
      expect((await house.ask(path, { method })).status).toBe(401)
      expect((await house.ask(path, { method, ...basic(id, secret) })).status).toBe(404)
    }
  },
)

test.each(['x', '', 'health/', 'inbox/1', '__proto__', 'toString'])(
  'there is nothing at /_cognate/%s in dev',
  async (path) => {
    await using house = await operatorScene('dev')
    const response = await house.ask(path)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ message: 'There is nothing at this address.' })
  },
)

test('addresses outside are left to other doors', async () => {
  await using house = await operatorScene('dev')
  expect((await fetch(`${house.listener.address}/_cognatex`)).headers.get('x-content-type-options')).toBeNull()
  expect((await fetch(`${house.listener.address}/x/_cognate/health`)).status).toBe(404)
})

test.each([
  ['health', 'POST', 'GET, HEAD'],
  ['metrics', 'DELETE', 'GET, HEAD'],
  ['inbox', 'PUT', 'GET, DELETE, HEAD'],
  ['clock', 'GET', 'POST'],
  ['clock', 'HEAD', 'POST'],
  ['health', 'OPTIONS', 'GET, HEAD'],
])('%s does not serve %s', async (path, method, allow) => {
  await using house = await operatorScene('dev')
  const response = await house.ask(path, { method })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe(allow)
})

test('in serve, metrics want a key that is known, whole and active', async () => {
  await using house = await operatorScene('serve')
  const { id, secret } = await createAccessKey('000000000000', house.world)
  expect((await house.ask('metrics', basic(id, secret))).status).toBe(200)
  const shown = [
    {},
    basic(id, `${secret}x`),
    basic(id, secret.slice(1)),
    basic(id, ''),
    basic('AKIAUNKNOWN', secret),
    basic('', ''),
  ]
  const schemes = [`Bearer ${secret}`, 'Basic', 'Basic !!!', `Basic ${'a'.repeat(5000)}`, id]
  for (const init of [...shown, ...schemes.map((authorization) => ({ headers: { authorization } }))]) {
    const refused = await house.ask('metrics', init)
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toContain('Basic')
  }
  await disableAccessKey(id, house.world)
  expect((await house.ask('metrics', basic(id, secret))).status).toBe(401)
})

test('in serve, a key is not even looked at when others could have read it on the way', async () => {
  await using house = await operatorScene('serve', { clientOf: () => anyAddress })
  const { id, secret } = await createAccessKey('000000000000', house.world)
  expect((await house.ask('metrics', basic(id, secret))).status).toBe(403)
  expect((await house.ask('health')).status).toBe(200)
})

test('in serve, TLS makes a key from elsewhere good', async () => {
  const tls = selfSigned()
  await using house = await operatorScene('serve', { tls, clientOf: () => ({ ...anyAddress, secure: true }) })
  const { id, secret } = await createAccessKey('000000000000', house.world)
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const { request } = await import('node:https')
  const url = `https://localhost:${house.listener.port}/_cognate/metrics`
  request(url, { ca: tls.cert, agent: false, ...basic(id, secret) }, (response) => {
    response.resume()
    resolve(response.statusCode)
  })
    .on('error', reject)
    .end()
  expect(await promise).toBe(200)
})

/** fetch does not let a test say what a browser says of itself. */
async function asBrowser(port: number, method: string, path: string, headers: Readonly<Record<string, string>>) {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; cors: boolean }>()
  httpRequest({ port, host: '127.0.0.1', method, path: `/_cognate/${path}`, headers, agent: false }, (response) => {
    const cors = Object.keys(response.headers).some((name) => name.startsWith('access-control-'))
    void text(response).then(() => resolve({ status: response.statusCode, cors }), reject)
  })
    .on('error', reject)
    .end(method === 'POST' ? '{"advanceSeconds":60}' : undefined)
  return promise
}

const elsewhere = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://localhost.evil.example' },
  { origin: 'http://evil.example/localhost' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'cross-site' },
]

test.each(elsewhere)('a page of another site gets nothing and moves nothing: %j', async (headers) => {
  await using house = await operatorScene('dev')
  const { port } = house.listener
  for (const [method, path] of [
    ['GET', 'inbox'],
    ['DELETE', 'inbox'],
    ['POST', 'clock'],
    ['GET', 'health'],
    ['OPTIONS', 'clock'],
  ] as const)
    expect(await asBrowser(port, method, path, headers)).toEqual({ status: 403, cors: false })
  expect(house.world.clock.now()).toBe(Date.UTC(2026, 0, 1))
})

test.each([
  'http://localhost:5173',
  'http://app.localhost',
  'http://127.0.0.1:3000',
  'http://[::1]:3000',
  'https://id.example.com',
])('a page of the developer’s own machine may ask, though it is sent no CORS header: %s', async (origin) => {
  await using house = await operatorScene('dev')
  const answer = await asBrowser(house.listener.port, 'GET', 'inbox', { origin, 'sec-fetch-site': 'cross-site' })
  expect(answer).toEqual({ status: 200, cors: false })
})

test('in serve only pages of this server itself may ask', async () => {
  await using house = await operatorScene('serve')
  const health = (origin: string) => asBrowser(house.listener.port, 'GET', 'health', { origin })
  expect(await health('https://id.example.com')).toMatchObject({ status: 200 })
  expect(await health('http://localhost:5173')).toMatchObject({ status: 403 })
})
