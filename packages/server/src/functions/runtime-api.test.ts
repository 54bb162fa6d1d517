import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Outcome } from './functions.ts'
import { openRuntimeApi, type RuntimeApi } from './runtime-api.ts'

let api: RuntimeApi
let said: unknown[]
const listener = {
  asks: () => said.push('asks'),
  answers: (id: string, outcome: Outcome) => said.push([id, outcome]),
  ends: (failure: Outcome) => said.push(['ends', failure]),
}
const event = { id: 'e-1', arn: 'arn:f', payload: '{"n":1}', deadline: 1234 }

beforeEach(async () => {
  said = []
  api = await openRuntimeApi(listener, undefined)
})
afterEach(() => api[Symbol.dispose]())

const call = (path: string, init: RequestInit = {}, to: RuntimeApi = api) =>
  fetch(`http://${to.address}/2018-06-01/runtime/${path}`, init)
const post = (path: string, body: string) => call(path, { method: 'POST', body })

test('a runtime that asks is handed the event, whichever comes first [D]', async () => {
  const asked = call('invocation/next')
  api.give(event)
  const first = await asked
  expect(await first.text()).toBe('{"n":1}')
  expect(Object.fromEntries(first.headers)).toMatchObject({
    'lambda-runtime-aws-request-id': 'e-1',
    'lambda-runtime-deadline-ms': '1234',
    'lambda-runtime-invoked-function-arn': 'arn:f',
  })
  api.give({ ...event, id: 'e-2' })
  expect((await call('invocation/next')).headers.get('lambda-runtime-aws-request-id')).toBe('e-2')
  expect(said).toEqual(['asks', 'asks'])
})

test('an answer and an error are told with the event that they are of [D]', async () => {
  expect((await post('invocation/e-1/response', '{"a":1}')).status).toBe(202)
  expect((await post('invocation/e-1/error', '{"errorMessage":"no","errorType":"E"}')).status).toBe(202)
  expect((await post('invocation/e-1/error', 'no JSON')).status).toBe(202)
  expect(said).toEqual([
    ['e-1', { kind: 'answered', payload: '{"a":1}' }],
    ['e-1', { kind: 'threw', errorMessage: 'no', errorType: 'E' }],
    ['e-1', { kind: 'threw', errorMessage: '', errorType: 'Error' }],
  ])
})

test('a runtime that cannot begin says so [D]', async () => {
  expect((await post('init/error', '{"errorMessage":"no","errorType":"E"}')).status).toBe(202)
  expect(said).toEqual([['ends', { kind: 'threw', errorMessage: 'no', errorType: 'E' }]])
})

test('too long an answer is not held, also when it does not say how long it is', async () => {
  const body = new ReadableStream({
    start(controller) {
      for (let part = 0; part < 7; part++) controller.enqueue(new Uint8Array(1024 * 1024))
      controller.close()
    },
  })
  const sent = { method: 'POST', body, duplex: 'half' } as const
  await call('invocation/e-1/response', sent).catch(() => undefined)
  expect(said).toEqual([['e-1', expect.objectContaining({ kind: 'too-large', limit: 6_291_556 })]])
})

test.each(['invocation/last', 'invocation/e-1/other', 'init/response', '', '../../'])(
  'there is no %j',
  async (path) => {
    expect([(await call(path)).status, (await post(path, '{}')).status]).toEqual([404, 404])
    expect(said).toEqual([])
  },
)

test('a page in a browser is nobody here', async () => {
  const headers = { origin: 'http://evil.test' }
  expect((await call('invocation/next', { headers })).status).toBe(403)
  expect((await call('invocation/next', { headers: { 'sec-fetch-site': 'none' } })).status).toBe(403)
})

test('where there is a token, nobody without it takes an event or answers one', async () => {
  using guarded = await openRuntimeApi(listener, 'right')
  guarded.give(event)
  const asked = (token?: string) =>
    call('invocation/next', { headers: token === undefined ? {} : { 'cognate-runtime-token': token } }, guarded)
  expect([(await asked()).status, (await asked('wrong')).status]).toEqual([403, 403])
  expect((await call('invocation/e-1/response', { method: 'POST', body: '1' }, guarded)).status).toBe(403)
  expect(said).toEqual([])
  expect((await asked('right')).status).toBe(200)
})
