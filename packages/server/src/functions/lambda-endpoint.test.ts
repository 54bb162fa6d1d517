import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { logTo } from '../ambient/log.ts'
import { lambdaScene } from '../testing/lambda-scene.ts'
import { lambdaEndpoint } from './lambda-endpoint.ts'
import { longestAnswer } from './longest-answer.ts'

const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:guard'
const source = { id: 'eu-west-1_1', account: '000000000000', region: 'eu-west-1' }

function reaching(endpoint: string) {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
  onTestFinished(() => void vi.unstubAllEnvs())
  const lines: string[] = []
  const log = logTo({ write: (line: string) => lines.push(line) } as never, 'info')
  const functions = lambdaEndpoint(endpoint, { log })
  onTestFinished(() => functions[Symbol.asyncDispose]())
  const invoke = (of = arn, over: Partial<Parameters<typeof functions.invoke>[1]> = {}) =>
    functions.invoke(of, { payload: '{"n":"ä"}', limitMs: 5000, source, ...over })
  return { invoke, lines }
}

async function listening(answers: RequestListener) {
  const asked: RequestHeaders[] = []
  const server = createServer((request, response) => {
    asked.push({ url: request.url, authorization: request.headers.authorization })
    answers(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { ...reaching(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), asked }
}

interface RequestHeaders {
  readonly url: string | undefined
  readonly authorization: string | undefined
}

const answering = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): RequestListener => {
  return (_, response) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
}

test('a Lambda API runs the function, answers for it, and tells what it threw', async () => {
  await using scene = await lambdaScene()
  const code = "exports.handler = async (e) => { if (e.no) throw new TypeError('Members only'); return e }"
  await scene.create('guard', { 'index.js': code })
  const { invoke } = reaching(scene.address)
  const here = 'arn:aws:lambda:us-east-1:000000000000:function:guard'
  expect(await invoke(here)).toEqual({ kind: 'answered', payload: '{"n":"ä"}' })
  expect(await invoke(here, { payload: '{"no":1}' })).toEqual({
    kind: 'threw',
    errorMessage: 'Members only',
    errorType: 'TypeError',
  })
  expect(await invoke(`${here}2`)).toEqual({ kind: 'not-found' })
})

test('the Region of the function signs, with the credentials of the environment', async () => {
  const { invoke, asked } = await listening(answering(200, '{}'))
  expect(await invoke()).toEqual({ kind: 'answered', payload: '{}' })
  expect(await invoke(`${arn}:live`)).toMatchObject({ kind: 'answered' })
  expect(asked.map(({ url }) => decodeURIComponent(url ?? ''))).toEqual([
    `/2015-03-31/functions/${arn}/invocations`,
    `/2015-03-31/functions/${arn}:live/invocations`,
  ])
  expect(asked[0]?.authorization).toMatch(/Credential=test\/\d{8}\/eu-west-1\/lambda\/aws4_request/)
})

test.each([
  ['AccessDeniedException', 403, 'not-permitted'],
  ['ResourceNotFoundException', 404, 'not-found'],
  ['TooManyRequestsException', 429, 'unreachable'],
  ['ServiceException', 500, 'unreachable'],
])('%s of an endpoint is asked once, and told apart', async (name, status, kind) => {
  const { invoke, asked, lines } = await listening(answering(status, '{}', { 'x-amzn-errortype': name }))
  expect(await invoke()).toEqual({ kind })
  expect(asked).toHaveLength(1)
  const logged = kind === 'unreachable' ? [{ arn, reason: name }] : []
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject(logged)
})

test('a pool reaches the functions of its own account alone, and nothing else', async () => {
  const { invoke, asked } = await listening(answering(200, '{}'))
  expect(await invoke(arn, { source: { ...source, account: '111111111111' } })).toEqual({ kind: 'not-permitted' })
  expect(await invoke('guard')).toEqual({ kind: 'not-found' })
  expect(asked).toEqual([])
})

test('an answer may be as long as AWS Lambda lets it, and is broken off beyond [D]', async () => {
  const whole = await listening(answering(200, `"${'a'.repeat(longestAnswer - 2)}"`))
  expect(await whole.invoke()).toMatchObject({ kind: 'answered' })
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  const endless = await listening((_, response) => {
    response.writeHead(200).on('close', resolve)
    const more = () => void response.write(' '.repeat(1_000_000), (error) => error ?? more())
    more()
  })
  expect(await endless.invoke()).toMatchObject({ kind: 'too-large', limit: longestAnswer })
  await closed
})

test('an endpoint that hangs is not waited for longer than asked, and its connection is closed', async () => {
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  const { invoke, lines } = await listening((request, response) => {
    response.on('close', resolve)
    if (request.headers['content-length'] === '2') answering(200, '{}')(request, response)
  })
  expect(await invoke(arn, { limitMs: 200 })).toEqual({ kind: 'timed-out' })
  await closed
  expect(await invoke(arn, { payload: '{}' })).toMatchObject({ kind: 'answered' })
  expect(lines).toEqual([])
})

test('an endpoint that is not there is not reached', async () => {
  const { invoke, lines } = reaching('http://127.0.0.1:1')
  expect(await invoke()).toEqual({ kind: 'unreachable' })
  expect(lines).toHaveLength(1)
})
