import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import {
  DeleteFunctionCommand,
  InvokeCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lambdaScene, zipOf } from '../testing/lambda-scene.ts'

let it: Awaited<ReturnType<typeof lambdaScene>>
beforeAll(async () => {
  it = await lambdaScene()
})
afterAll(() => it[Symbol.asyncDispose]())

async function invoke(FunctionName: string, event: unknown = {}, input: object = {}) {
  const answer = await it.lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event), ...input }))
  const text = answer.Payload?.transformToString() ?? ''
  return { ...answer, answered: text === '' ? undefined : (JSON.parse(text) as unknown) }
}

describe('a function is run', () => {
  const python = 'def go(event, context):\n    return [event["n"] + 1, context.function_name]'
  const bootstrap = `#!/bin/sh
api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation"
while true; do
  id=$(curl -s -D - -o /dev/null "$api/next" | tr -d '\\r' | sed -n 's/^[Ll]ambda-[Rr]untime-[Aa]ws-[Rr]equest-[Ii]d: //p')
  curl -s -X POST -d '[2,"own"]' "$api/$id/response" > /dev/null
done
`
  test.each([
    [
      'CommonJS',
      'nodejs20.x',
      'src/app.go',
      {
        'src/app.js': "exports.go = async (e, c) => [e.n + 1, require('./name').of(c)]",
        'src/name.js': 'exports.of = (c) => c.functionName',
      },
    ],
    [
      'an ES module',
      'nodejs24.x',
      'index.go',
      { 'index.mjs': 'export const go = async (e, c) => [e.n + 1, c.functionName]' },
    ],
    [
      'an export within an export',
      'nodejs22.x',
      'a.b.go',
      { 'a.js': 'exports.b = { go: async (e, c) => [e.n + 1, c.functionName] }' },
    ],
    ['Python', 'python3.12', 'app.go', { 'app.py': python }],
    ['Python in a folder', 'python3.13', 'src.app.go', { 'src/app.py': python }],
  ] as const)('from %s, by its handler', async (what, Runtime, Handler, files) => {
    const name = what.replaceAll(/\W/g, '-')
    await it.create(name, files, { Runtime, Handler })
    expect((await invoke(name, { n: 1 })).answered).toEqual([2, name])
  })

  test('from a bootstrap that speaks the Runtime API itself', async () => {
    await it.create('own', { bootstrap }, { Runtime: 'provided.al2023', Handler: 'whatever' })
    expect((await invoke('own', { n: 1 })).answered).toEqual([2, 'own'])
  })
})

describe('a function that runs', () => {
  test('has its own variables and AWS’s, and none of the server’s', async () => {
    const files = { 'index.js': 'exports.handler = async () => process.env' }
    await it.create('variables', files, { MemorySize: 256, Environment: { Variables: { TABLE: 'users' } } })
    const { answered } = await invoke('variables')
    expect(answered).toMatchObject({
      TABLE: 'users',
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'variables',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9400',
      _HANDLER: 'index.handler',
    })
    expect(Object.keys(answered as object).filter((name) => name.startsWith('COGNATE'))).toEqual([])
  })

  test('is what it became by each change of its code and its settings, and is not once it is deleted', async () => {
    await it.create('changing', { 'index.js': 'exports.handler = async () => [1, process.env.A]' })
    expect((await invoke('changing')).answered).toEqual([1, null])
    const FunctionName = 'changing'
    const ZipFile = await zipOf({ 'index.js': 'exports.handler = async () => [2, process.env.A]' })
    await it.lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }))
    expect((await invoke('changing')).answered).toEqual([2, null])
    const Environment = { Variables: { A: 'a' } }
    await it.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment }))
    expect((await invoke('changing')).answered).toEqual([2, 'a'])
    await it.lambda.send(new DeleteFunctionCommand({ FunctionName }))
    await expect(invoke('changing')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  test('tells what it printed to who asks for the tail [D]', async () => {
    await it.create('prints', { 'index.js': "exports.handler = async () => console.log('hello there')" })
    const { LogResult } = await invoke('prints', {}, { LogType: 'Tail' })
    expect(Buffer.from(LogResult ?? '', 'base64').toString()).toBe('hello there\n')
    expect((await invoke('prints')).LogResult).toBeUndefined()
  })

  test('does not read what lies beside it', async () => {
    const text = `const { readFileSync, readdirSync } = require('node:fs')
      const tried = (act) => { try { return String(act()) } catch (error) { return error.code } }
      exports.handler = async () => [tried(() => readFileSync('/etc/passwd')), tried(() => readdirSync('/tmp'))]`
    await it.create('curious', { 'index.js': text })
    expect((await invoke('curious')).answered).toEqual(['ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED'])
  })
})

describe('a function that fails', () => {
  test.each([
    ['throws', { 'index.js': "exports.handler = async () => { throw new TypeError('no') }" }, 'TypeError', 'no'],
    [
      'loops',
      { 'index.js': 'exports.handler = async () => { for (;;); }' },
      'Sandbox.Timedout',
      /timed out after 1\.00 s/,
    ],
    ['has no such file', { 'other.js': '' }, 'Runtime.ImportModuleError', /index/],
    ['has no such export', { 'index.js': '' }, 'Runtime.HandlerNotFound', /index\.handler/],
  ] as const)('because it %s answers with its error [D]', async (what, files, errorType, message) => {
    const name = what.replaceAll(' ', '-')
    await it.create(name, files, { Timeout: 1 })
    const { FunctionError, StatusCode, answered } = await invoke(name)
    expect([StatusCode, FunctionError]).toEqual([200, 'Unhandled'])
    expect(answered).toMatchObject({ errorType, errorMessage: expect.stringMatching(message) as unknown })
  })

  test('because its code is not what was put there says so each time, and keeps no server from ending', async () => {
    const scene = await lambdaScene()
    await scene.create('broken', { 'index.js': '' })
    const { lambdaFunctions, decide } = scene.world.store
    const fn = await lambdaFunctions.find({ account: '000000000000', region: 'us-east-1', name: 'broken' })
    if (!fn) throw new Error('It was not kept')
    const chunk = { codeId: 'other', place: 0, sealed: 'nonsense', createdAt: 0 }
    await decide([lambdaFunctions.addChunk(chunk), lambdaFunctions.save({ ...fn, code: { ...fn.code, id: 'other' } })])
    for (const _ of [1, 2]) {
      const call = scene.lambda.send(new InvokeCommand({ FunctionName: 'broken' }))
      await expect(call).rejects.toMatchObject({ name: 'ServiceException' })
    }
    await expect(scene[Symbol.asyncDispose]()).resolves.toBeUndefined()
  })

  test('because its handler, as it was kept, leads out of its code answers as if there were no such file', async () => {
    const beside = await mkdtemp(join(tmpdir(), 'beside-'))
    try {
      await writeFile(join(beside, 'x.js'), 'exports.handler = async () => 1')
      await it.create('outside', { 'index.js': '' })
      const { lambdaFunctions, decide } = it.world.store
      const fn = await lambdaFunctions.find({ account: '000000000000', region: 'us-east-1', name: 'outside' })
      if (!fn) throw new Error('It was not kept')
      const stem = `../${basename(beside)}/x`
      await decide([lambdaFunctions.save({ ...fn, settings: { ...fn.settings, handler: `${stem}.handler` } })])
      const errorMessage = `Error: Cannot find module '${stem}'`
      expect((await invoke('outside')).answered).toEqual({ errorType: 'Runtime.ImportModuleError', errorMessage })
    } finally {
      await rm(beside, { recursive: true })
    }
  })

  test('because there is none is not found', async () => {
    await expect(invoke('nobody')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })
})

describe('where functions stay the server’s user', () => {
  test('one in Node is run, and none that was kept in another runtime', async () => {
    await using scene = await lambdaScene({ uploads: 'confined' })
    await scene.create('kept', { 'index.js': 'exports.handler = async () => 1', 'index.py': 'handler = lambda *_: 1' })
    const FunctionName = 'kept'
    const answer = await scene.lambda.send(new InvokeCommand({ FunctionName }))
    expect(answer.Payload?.transformToString()).toBe('1')
    const { lambdaFunctions, decide } = scene.world.store
    const fn = await lambdaFunctions.find({ account: '000000000000', region: 'us-east-1', name: 'kept' })
    if (!fn) throw new Error('It was not kept')
    const settings = { ...fn.settings, runtime: 'python3.13' }
    await decide([lambdaFunctions.save({ ...fn, revisionId: 'another', settings })])
    const refused = { name: 'AccessDeniedException', message: expect.stringMatching(/start it as root/) as unknown }
    for (const InvocationType of ['RequestResponse', 'DryRun'] as const)
      await expect(scene.lambda.send(new InvokeCommand({ FunctionName, InvocationType }))).rejects.toMatchObject(
        refused,
      )
    const invocation = { payload: '{}', limitMs: 5000, source: { account: '000000000000', region: 'us-east-1' } }
    const arn = 'arn:aws:lambda:us-east-1:000000000000:function:kept'
    expect(await scene.world.functions.invoke(arn, invocation)).toEqual({ kind: 'not-permitted', why: 'unconfined' })
    const change = new UpdateFunctionConfigurationCommand({ FunctionName, Runtime: 'nodejs22.x' })
    await expect(scene.lambda.send(change)).resolves.toMatchObject({ Runtime: 'nodejs22.x' })
  })
})

test('a dry run runs nothing [D]', async () => {
  await it.create('dry', { 'index.js': "exports.handler = async () => { throw new Error('it ran') }" })
  expect((await invoke('dry', {}, { InvocationType: 'DryRun' })).StatusCode).toBe(204)
  const nobody = invoke('nobody', {}, { InvocationType: 'DryRun' })
  await expect(nobody).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

test('an event that nobody waits for is refused, as nothing would keep it', async () => {
  await it.create('event', { 'index.js': 'exports.handler = async () => 1' })
  const event = invoke('event', {}, { InvocationType: 'Event' })
  await expect(event).rejects.toMatchObject({ name: 'InvalidParameterValueException' })
})

test('what is no JSON is no event [D]', async () => {
  await it.create('json', { 'index.js': 'exports.handler = async () => 1' })
  const call = it.lambda.send(new InvokeCommand({ FunctionName: 'json', Payload: 'hello' }))
  await expect(call).rejects.toMatchObject({ name: 'InvalidRequestContentException' })
})
