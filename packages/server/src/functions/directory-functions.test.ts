import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { functionDirectory } from '../testing/function-directory.ts'
import { arnOf } from '../testing/recorded-functions.ts'

const answered = (answer: unknown) => ({ kind: 'answered', payload: JSON.stringify(answer) })
const parsed = (outcome: unknown): unknown => JSON.parse((outcome as { readonly payload: string }).payload)
const source = { id: 'us-east-1_1', account: '000000000000', region: 'us-east-1' }

test.each([
  ['CommonJS', 'f.js', 'exports.handler = async (event) => ({ n: event.n + 1 })'],
  ['CommonJS by its name', 'f.cjs', 'module.exports = { handler: async ({ n }) => ({ n: n + 1 }) }'],
  ['an ES module by its syntax', 'f.js', 'export const handler = async ({ n }) => ({ n: n + 1 })'],
  ['an ES module by its name', 'f.mjs', 'export const handler = async ({ n }) => ({ n: n + 1 })'],
  [
    'a folder',
    'f/index.mjs',
    "import { one } from './one.mjs'\nexport const handler = async ({ n }) => ({ n: n + one })",
  ],
  ['TypeScript', 'f.ts', 'export const handler = async ({ n }: { n: number }): Promise<unknown> => ({ n: n + 1 })'],
  ['Python', 'f.py', 'def lambda_handler(event, context):\n    return {"n": event["n"] + 1}'],
  ['Python with a short name', 'f/index.py', 'def handler(event, context):\n    return {"n": event["n"] + 1}'],
])('a function may be %s', async (_what, name, text) => {
  await using scene = await functionDirectory({ [name]: text, 'f/one.mjs': 'export const one = 1' })
  const outcome = await scene.invoke('f', { n: 1 })
  expect([outcome.kind, parsed(outcome)]).toEqual(['answered', { n: 2 }])
})

test('a program of any kind that asks the Runtime API for events is a function [D]', async () => {
  const bootstrap = `#!/usr/bin/env python3
import http.client, os
connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
while True:
    connection.request("GET", "/2018-06-01/runtime/invocation/next")
    response = connection.getresponse()
    event, id = response.read(), response.headers["Lambda-Runtime-Aws-Request-Id"]
    connection.request("POST", "/2018-06-01/runtime/invocation/" + id + "/response", b'{"got":' + event + b"}")
    connection.getresponse().read()
`
  await using scene = await functionDirectory({ 'f/bootstrap': bootstrap })
  expect(await scene.invoke('f', { n: 1 })).toEqual(answered({ got: { n: 1 } }))
})

test('such a program may be one in Node, which reserves much memory that it does not use', async () => {
  const bootstrap = `#!${process.execPath}
const api = 'http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/invocation/'
const serve = async () => {
  const next = await fetch(api + 'next')
  const id = next.headers.get('lambda-runtime-aws-request-id')
  await fetch(api + id + '/response', { method: 'POST', body: await next.text() })
  await serve()
}
serve()
`
  await using scene = await functionDirectory({ 'f/bootstrap': bootstrap })
  expect(await scene.invoke('f', { n: 1 })).toEqual(answered({ n: 1 }))
})

test.each([
  ['calls back', '(event, context, callback) => { setTimeout(() => callback(null, 1), 1) }', answered(1)],
  ['answers by its context', '(event, context) => { context.succeed(2) }', answered(2)],
  ['returns what is no promise [D]', '() => 3', answered(null)],
  ['waits for nothing', '() => new Promise(() => {})', answered(null)],
  ['answers nothing', 'async () => {}', answered(null)],
])('a handler in Node that %s is understood as AWS understands it', async (_what, handler, outcome) => {
  await using scene = await functionDirectory({ 'f.js': `exports.handler = ${handler}` })
  expect(await scene.invoke('f')).toEqual(outcome)
})

test('a handler is told what it is and how long it may take [D]', async () => {
  const node =
    'exports.handler = async (e, c) => [c.functionName, c.invokedFunctionArn, c.getRemainingTimeInMillis() > 100]'
  const python =
    'def handler(e, c):\n    return [c.function_name, c.invoked_function_arn, c.get_remaining_time_in_millis() > 100]'
  await using scene = await functionDirectory({ 'n.js': node, 'p.py': python })
  expect(parsed(await scene.invoke('n'))).toEqual(['n', arnOf('n'), true])
  expect(parsed(await scene.invoke('p'))).toEqual(['p', arnOf('p'), true])
})

test('packages of its own, those beside it, and those that AWS brings are found', async () => {
  const text = `
    const { CognitoIdentityProviderClient } = require('@aws-sdk/client-cognito-identity-provider')
    const { DynamoDBDocumentClient } = require('@aws-sdk/lib-dynamodb')
    exports.handler = async () => [require('own'), typeof CognitoIdentityProviderClient, typeof DynamoDBDocumentClient]`
  const typed = `
    import { ListUserPoolsCommand } from '@aws-sdk/client-cognito-identity-provider'
    import type { Nothing } from 'types-that-are-not-there'
    import { OnlyAType } from 'aws-lambda-that-is-not-there'
    import own from 'own'
    export const handler = async (event: OnlyAType | Nothing) => [own, typeof ListUserPoolsCommand]`
  const own = { 'node_modules/own/index.js': "module.exports = 'mine'" }
  await using scene = await functionDirectory({ 'f/index.js': text, 'g.ts': typed, ...own })
  expect(parsed(await scene.invoke('f'))).toEqual(['mine', 'function', 'function'])
  expect(parsed(await scene.invoke('g'))).toEqual(['mine', 'function'])
})

test('a module in TypeScript takes packages in CommonJS that need Node itself, and may have a `require` of its own', async () => {
  const text = `
    import { createRequire } from 'node:module'
    import own from 'own'
    const require = createRequire(import.meta.url)
    export const handler = async () => [own, require('node:path').sep]`
  const own = "module.exports = require('path').sep"
  const packaged = { 'package.json': '{ "type": "module" }', 'node_modules/own/package.json': '{}' }
  await using scene = await functionDirectory({ 'f.ts': text, 'node_modules/own/index.js': own, ...packaged })
  expect(parsed(await scene.invoke('f'))).toEqual(['/', '/'])
})

test.each([
  ['loaded', 'f.js', "require('nowhere')", 'line', "Cannot find module 'nowhere'"],
  ['bundled', 'f.ts', "import 'nowhere'", 'errorMessage', 'Could not resolve "nowhere"'],
])('why a function could not be %s is in the log', async (_what, file, text, member, words) => {
  const lines: unknown[] = []
  const nothing = () => {}
  const log = { debug: (_: string, facts?: object) => lines.push(facts), info: nothing, warn: nothing, error: nothing }
  await using scene = await functionDirectory({ [file]: text }, { log })
  await scene.invoke('f')
  const said = { function: 'f', [member]: expect.stringContaining(words) as string }
  expect(lines).toContainEqual(expect.objectContaining(said))
})

test('a function answers to its name in any Region, for pools of its account alone', async () => {
  await using scene = await functionDirectory({ 'f.js': 'exports.handler = async () => process.env.AWS_REGION' })
  const invoke = (arn: string, account = '000000000000') =>
    scene.functions.invoke(arn, { payload: '{}', limitMs: 20_000, source: { ...source, account } })
  expect(await invoke('arn:aws:lambda:eu-west-3:000000000000:function:f')).toEqual(answered('eu-west-3'))
  expect(await invoke('arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST')).toEqual(answered('us-east-1'))
  expect(await invoke(arnOf('f'), '111111111111')).toEqual({ kind: 'not-permitted' })
  expect(await invoke('arn:aws:lambda:us-east-1:111111111111:function:f')).toEqual({ kind: 'not-found' })
})

test.each(['g', '..', '../f', 'f.js', '', 'node_modules'])('there is no function %j', async (name) => {
  await using scene = await functionDirectory({ 'f.js': 'exports.handler = async () => 1', 'node_modules/a.js': '' })
  expect(await scene.invoke(name)).toEqual({ kind: 'not-found' })
})

test('what was changed is run as it is now, and what was deleted is not there', async () => {
  await using scene = await functionDirectory({
    'f.js': "exports.handler = async () => require('./n')",
    'n.js': 'module.exports = 1',
  })
  expect(await scene.invoke('f')).toEqual(answered(1))
  await scene.write('n.js', 'module.exports = 22')
  expect(await scene.invoke('f')).toEqual(answered(22))
  await rm(join(scene.directory, 'f.js'))
  expect(await scene.invoke('f')).toEqual({ kind: 'not-found' })
})

test('where changes are ignored, a process goes on with what it has loaded', async () => {
  await using scene = await functionDirectory({ 'f.js': 'exports.handler = async () => 1' }, { changes: 'ignored' })
  expect(await scene.invoke('f')).toEqual(answered(1))
  await scene.write('f.js', 'exports.handler = async () => 22')
  expect(await scene.invoke('f')).toEqual(answered(1))
})
