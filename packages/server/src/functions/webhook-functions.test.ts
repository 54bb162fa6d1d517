import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { logTo } from '../ambient/log.ts'
import { systemRandom } from '../ambient/random.ts'
import { selfSigned } from '../http/testing/self-signed.ts'
import { longestAnswer } from './longest-answer.ts'
import { webhookFunctions } from './webhook-functions.ts'
import { webhookSignature } from './webhook-signature.ts'

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:guard'
const source = { id: 'us-east-1_1', account: '000000000000', region: 'us-east-1' }
const key = Buffer.alloc(32, 7)
const clock = { now: () => 1_700_000_000_900 }

async function listening(answers: RequestListener, tls?: { readonly cert: string; readonly key: string }) {
  const server = tls ? createTlsServer(tls, answers) : createServer(answers)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return `${tls ? 'https' : 'http'}://127.0.0.1:${port}/hooks?of=guard`
}

function hooked(url: string) {
  const lines: string[] = []
  const log = logTo({ write: (line: string) => lines.push(line) } as never, 'info')
  const functions = webhookFunctions(new Map([[arn, { url, key }]]), { clock, random: systemRandom, log })
  onTestFinished(() => functions[Symbol.asyncDispose]())
  const invoke = (over: Partial<Parameters<typeof functions.invoke>[1]> = {}, of = arn) =>
    functions.invoke(of, { payload: '{"a":"ä"}', limitMs: 5000, source, ...over })
  return { invoke, lines }
}

const answering = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): RequestListener => {
  return (_, response) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
}

test('a webhook gets the event, signed, and its response is the answer', async () => {
  const asked: unknown[] = []
  const url = await listening((request, response) => {
    const { method, url: path, headers } = request
    request.setEncoding('utf8').on('data', (body: string) => {
      asked.push({ method, path, type: headers['content-type'], body })
      const signed = { id: String(headers['webhook-id']), timestampSeconds: 1_700_000_000, body }
      asked.push(headers['webhook-signature'] === webhookSignature(signed, key)['webhook-signature'])
      asked.push(headers['webhook-timestamp'])
      answering(200, '{"b":1}', { 'content-type': 'application/json; charset=utf-8' })(request, response)
    })
  })
  expect(await hooked(url).invoke()).toEqual({ kind: 'answered', payload: '{"b":1}' })
  const event = { method: 'POST', path: '/hooks?of=guard', type: 'application/json', body: '{"a":"ä"}' }
  expect(asked).toEqual([event, true, '1700000000'])
})

test('signatures are those of Standard Webhooks [D]', () => {
  const example = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')
  const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestampSeconds: 1_614_265_330, body: '{"test": 2432232314}' }
  expect(webhookSignature(message, example)).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

test('every event has an id of its own, and connections are kept', async () => {
  const seen: { readonly id: unknown; readonly port: unknown }[] = []
  const url = await listening((request, response) => {
    seen.push({ id: request.headers['webhook-id'], port: request.socket.remotePort })
    answering(200, '{}')(request, response)
  })
  const { invoke } = hooked(url)
  await invoke()
  await invoke()
  expect(new Set(seen.map(({ id }) => id)).size).toBe(2)
  expect(new Set(seen.map(({ port }) => port)).size).toBe(1)
})

test('what a webhook says of an error is what its function threw', async () => {
  for (const status of [400, 500]) {
    const url = await listening(answering(status, '{"errorMessage":"Members only","errorType":"Refused"}'))
    expect(await hooked(url).invoke()).toEqual({ kind: 'threw', errorMessage: 'Members only', errorType: 'Refused' })
  }
})

test.each([
  ['a failure without words', 500, '', {}],
  ['a page of a proxy', 502, '<html>', { 'content-type': 'text/html' }],
  ['JSON that is no error', 401, '{"message":"no"}', {}],
  ['an error in another type', 500, '{"errorMessage":"no"}', { 'content-type': 'text/plain' }],
  ['not modified', 304, '', {}],
  ['a redirect that is worded as an error', 302, '{"errorMessage":"no"}', { location: '/' }],
])('%s is not said by the function', async (_what, status, body, headers) => {
  const { invoke, lines } = hooked(await listening(answering(status, body, headers)))
  expect(await invoke()).toEqual({ kind: 'unreachable' })
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ event: 'webhook gave no answer', status }])
})

test.each([
  ['another type', '{}', 'text/html'],
  ['a type that only begins so', '{}', 'application/jsonp'],
  ['what is no JSON', '{', 'application/json'],
  ['nothing', '', 'application/json'],
])('%s is no answer', async (_what, body, type) => {
  const url = await listening(answering(200, body, { 'content-type': type }))
  expect(await hooked(url).invoke()).toMatchObject({ kind: 'threw', errorType: 'Webhook.InvalidResponse' })
})

test('a redirect is not followed', async () => {
  let followed = 0
  const elsewhere = await listening((request, response) => {
    followed++
    answering(200, '{}')(request, response)
  })
  for (const status of [302, 307, 308]) {
    const url = await listening(answering(status, '', { location: elsewhere }))
    expect(await hooked(url).invoke()).toEqual({ kind: 'unreachable' })
  }
  expect(followed).toBe(0)
})

test('an answer may be as long as AWS Lambda lets it, and more is not waited for [D]', async () => {
  const whole = await listening(answering(200, `"${'a'.repeat(longestAnswer - 2)}"`))
  expect(await hooked(whole).invoke()).toMatchObject({ kind: 'answered' })
  const announced = await listening(answering(200, `"${'a'.repeat(longestAnswer)}"`))
  expect(await hooked(announced).invoke()).toMatchObject({ kind: 'too-large', limit: longestAnswer })
})

test('an answer that announces too much is broken off', async () => {
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  const url = await listening((_, response) => {
    const headers = { 'content-type': 'application/json', 'content-length': longestAnswer + 1 }
    response.writeHead(200, headers).on('close', resolve).write('{')
  })
  const outcome = { kind: 'too-large', bytes: longestAnswer + 1, limit: longestAnswer }
  expect(await hooked(url).invoke()).toEqual(outcome)
  await closed
})

test('an answer without an end is broken off', async () => {
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  const url = await listening((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).on('close', resolve)
    const more = () => void response.write(' '.repeat(1_000_000), (error) => error ?? more())
    more()
  })
  expect(await hooked(url).invoke()).toMatchObject({ kind: 'too-large' })
  await closed
})

test.each(['before it answers', 'while it answers'])(
  'a webhook that hangs %s is not waited for longer than asked, and its connection is closed',
  async (when) => {
    const closed = Promise.withResolvers<void>()
    const url = await listening((request, response) => {
      response.on('close', closed.resolve)
      if (request.headers['content-length'] === '2') answering(200, '{}')(request, response)
      else if (when === 'while it answers') response.writeHead(200, { 'content-type': 'application/json' }).write('{')
    })
    const { invoke, lines } = hooked(url)
    expect(await invoke({ limitMs: 100 })).toEqual({ kind: 'timed-out' })
    await closed.promise
    expect(await invoke({ payload: '{}' })).toMatchObject({ kind: 'answered' })
    expect(lines).toEqual([])
  },
)

test('a webhook that breaks off, or is not there, is not reached', async () => {
  const breaking = await listening((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{', () => response.destroy())
    })
  })
  const broken = hooked(breaking)
  expect(await broken.invoke()).toEqual({ kind: 'unreachable' })
  expect(broken.lines).toEqual([expect.stringContaining('"event":"webhook gave no answer"')])
  const { invoke, lines } = hooked('http://127.0.0.1:1/')
  expect(await invoke()).toEqual({ kind: 'unreachable' })
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ arn, reason: 'ECONNREFUSED' }])
})

test('a webhook is told nothing unless its certificate is good', async () => {
  let told = 0
  const certificate = selfSigned()
  const url = await listening((request, response) => {
    told++
    answering(200, '{}')(request, response)
  }, certificate)
  expect(await hooked(url).invoke()).toEqual({ kind: 'unreachable' })
  expect(told).toBe(0)
  const usual = getCACertificates()
  setDefaultCACertificates([...usual, certificate.cert])
  onTestFinished(() => setDefaultCACertificates(usual))
  expect(await hooked(url).invoke()).toEqual({ kind: 'answered', payload: '{}' })
})

test('only the pools of its account reach a webhook, and only under its name', async () => {
  const { invoke } = hooked(await listening(answering(200, '{}')))
  expect(await invoke({ source: { ...source, account: '111111111111' } })).toEqual({ kind: 'not-permitted' })
  expect(await invoke({}, `${arn}:$LATEST`)).toMatchObject({ kind: 'answered' })
  expect(await invoke({}, `${arn}2`)).toEqual({ kind: 'not-found' })
})
