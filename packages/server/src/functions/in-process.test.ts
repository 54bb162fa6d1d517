import { afterEach, expect, test, vi } from 'vitest'
import { inProcessFunctions, type Handler } from './in-process.ts'

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:f'
const source = { id: 'us-east-1_1', account: '000000000000', region: 'us-east-1' }
const invoke = (handler: Handler, event: unknown = {}) =>
  inProcessFunctions({ [arn]: handler }).invoke(arn, { payload: JSON.stringify(event), limitMs: 5000, source })

afterEach(() => vi.useRealTimers())

test('a handler gets the event and answers, as JSON says it', async () => {
  const handler = (event: { readonly n: number }) => ({ n: event.n + 1, gone: undefined, at: new Date(0) })
  expect(await invoke(handler, { n: 1 })).toEqual({
    kind: 'answered',
    payload: '{"n":2,"at":"1970-01-01T00:00:00.000Z"}',
  })
})

test('a handler that answers nothing answers null', async () => {
  expect(await invoke(() => undefined)).toEqual({ kind: 'answered', payload: 'null' })
})

test.each([
  ['an error', new TypeError('no'), { errorMessage: 'no', errorType: 'TypeError' }],
  ['a text', 'no', { errorMessage: 'no', errorType: 'string' }],
])('a handler that fails with %s fails so', async (_what, error, told) => {
  expect(await invoke(() => Promise.reject(error))).toEqual({ kind: 'threw', ...told })
})

test('a handler that throws fails as one that rejects', async () => {
  const throwing = () => {
    throw new TypeError('no')
  }
  expect(await invoke(throwing)).toEqual({ kind: 'threw', errorMessage: 'no', errorType: 'TypeError' })
})

test('an answer that JSON cannot say is an error of the handler', async () => {
  const circular: { self?: unknown } = {}
  circular.self = circular
  expect(await invoke(() => circular)).toMatchObject({ kind: 'threw', errorType: 'TypeError' })
})

test('an answer may be as long as AWS Lambda lets it [D]', async () => {
  const limit = 6_291_556
  expect(await invoke(() => 'a'.repeat(limit - 2))).toMatchObject({ kind: 'answered' })
  expect(await invoke(() => 'a'.repeat(limit - 1))).toEqual({ kind: 'too-large', bytes: limit + 1, limit })
})

test('who answers at once leaves no timer behind', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await invoke(() => ({}))
  expect(vi.getTimerCount()).toBe(0)
})

test('a handler that hangs is not waited for longer than asked', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const outcome = invoke(() => new Promise(() => {}))
  await vi.advanceTimersByTimeAsync(5000)
  expect(await outcome).toEqual({ kind: 'timed-out' })
  expect(vi.getTimerCount()).toBe(0)
})

test.each(['arn:aws:lambda:us-east-1:000000000000:function:g', 'toString'])(
  'there is nothing behind another ARN (%s)',
  async (other) => {
    const functions = inProcessFunctions({ [arn]: () => ({}) })
    expect(await functions.invoke(other, { payload: '{}', limitMs: 5000, source })).toEqual({ kind: 'not-found' })
  },
)
