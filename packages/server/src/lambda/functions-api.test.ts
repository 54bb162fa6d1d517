import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionCodeSigningConfigCommand,
  GetFunctionCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  ListFunctionsCommand,
  ListTagsCommand,
  ListVersionsByFunctionCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccessKey } from '../flows/access-keys.ts'
import { lambdaScene, role, zipOf } from '../testing/lambda-scene.ts'

let it: Awaited<ReturnType<typeof lambdaScene>>
beforeAll(async () => {
  it = await lambdaScene()
})
afterAll(() => it[Symbol.asyncDispose]())

const files = { 'index.mjs': 'export const handler = async () => 1' }
const refusal = (name: string, message?: string | RegExp) =>
  expect.objectContaining({
    name,
    ...(message !== undefined && { message: expect.stringMatching(message) as unknown }),
  }) as Error

describe('a function', () => {
  test('that was made from a zip file is shown as it is, without its code [D]', async () => {
    const made = await it.create('shown', files, { Environment: { Variables: { TABLE: 'users' } }, Tags: { a: 'b' } })
    expect(made).toMatchObject({
      FunctionName: 'shown',
      FunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:shown',
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: role,
      Timeout: 3,
      MemorySize: 128,
      Version: '$LATEST',
      State: 'Active',
      LastUpdateStatus: 'Successful',
      PackageType: 'Zip',
      Environment: { Variables: { TABLE: 'users' } },
    })
    expect(made.CodeSha256).toMatch(/^[A-Za-z0-9+/]{43}=$/)
    const { $metadata: _, ...shown } = made
    const got = await it.lambda.send(new GetFunctionCommand({ FunctionName: made.FunctionArn }))
    expect(got).toMatchObject({ Configuration: shown, Tags: { a: 'b' } })
    const configuration = new GetFunctionConfigurationCommand({ FunctionName: 'shown', Qualifier: '$LATEST' })
    expect(await it.lambda.send(configuration)).toMatchObject(shown)
    const tags = await it.lambda.send(new ListTagsCommand({ Resource: made.FunctionArn }))
    expect(tags.Tags).toEqual({ a: 'b' })
  })

  test('is answered for by what Terraform asks about versions, signing and concurrency', async () => {
    const { FunctionArn } = await it.create('terraform', files)
    const named = { FunctionName: 'terraform' }
    const { Versions } = await it.lambda.send(new ListVersionsByFunctionCommand(named))
    expect(Versions).toMatchObject([{ Version: '$LATEST', FunctionArn: `${FunctionArn}:$LATEST` }])
    expect(await it.lambda.send(new GetFunctionCodeSigningConfigCommand(named))).toMatchObject(named)
    const concurrency = await it.lambda.send(new GetFunctionConcurrencyCommand(named))
    expect(concurrency.ReservedConcurrentExecutions).toBeUndefined()
  })

  test('is changed in what is said of it, and nothing else [D]', async () => {
    const made = await it.create('changed', files, { Description: 'one', Environment: { Variables: { A: '1' } } })
    const changed = await it.lambda.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: 'changed', Timeout: 7, RevisionId: made.RevisionId }),
    )
    expect(changed).toMatchObject({ Timeout: 7, Description: 'one', Environment: { Variables: { A: '1' } } })
    expect(changed.RevisionId).not.toBe(made.RevisionId)
    const code = await zipOf({ 'index.mjs': 'export const handler = async () => 2' })
    const update = { FunctionName: 'changed', ZipFile: code }
    const updated = await it.lambda.send(new UpdateFunctionCodeCommand(update))
    expect(updated.CodeSha256).not.toBe(made.CodeSha256)
    expect(updated.Timeout).toBe(7)
    const outdated = new UpdateFunctionCodeCommand({ ...update, RevisionId: made.RevisionId })
    await expect(it.lambda.send(outdated)).rejects.toEqual(refusal('PreconditionFailedException', /RevisionId/))
  })
})

describe('the name of a function', () => {
  test('is free again when it was deleted [D]', async () => {
    await it.create('gone', files)
    await it.lambda.send(new DeleteFunctionCommand({ FunctionName: 'gone' }))
    const get = it.lambda.send(new GetFunctionCommand({ FunctionName: 'gone' }))
    const sentence = /^Function not found: arn:aws:lambda:us-east-1:000000000000:function:gone$/
    await expect(get).rejects.toEqual(refusal('ResourceNotFoundException', sentence))
    const again = it.lambda.send(new DeleteFunctionCommand({ FunctionName: 'gone' }))
    await expect(again).rejects.toEqual(refusal('ResourceNotFoundException'))
    await expect(it.create('gone', files)).resolves.toMatchObject({ FunctionName: 'gone' })
  })

  test('is one function’s in its account and Region, whoever else wants it at once [D]', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => it.create('once', files)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    expect(refused[0]).toEqual(refusal('ResourceConflictException', /^Function already exist: once$/))
  })

  test('orders the list, page by page', async () => {
    const first = await it.lambda.send(new ListFunctionsCommand({ MaxItems: 1 }))
    expect(first.Functions).toHaveLength(1)
    const rest = await it.lambda.send(new ListFunctionsCommand({ Marker: first.NextMarker }))
    const names = [...(first.Functions ?? []), ...(rest.Functions ?? [])].map(({ FunctionName }) => FunctionName)
    expect(names).toEqual(names.toSorted((one = '', other = '') => (one < other ? -1 : 1)))
    expect(names).toEqual(expect.arrayContaining(['changed', 'shown']))
  })

  test('means nothing to another account', async () => {
    const key = await createAccessKey('111111111111', it.world)
    const other = it.clientWith({ accessKeyId: key.id, secretAccessKey: key.secret })
    expect((await other.send(new ListFunctionsCommand({}))).Functions).toEqual([])
    for (const FunctionName of ['shown', 'arn:aws:lambda:us-east-1:000000000000:function:shown'])
      await expect(other.send(new GetFunctionCommand({ FunctionName }))).rejects.toEqual(
        refusal('ResourceNotFoundException'),
      )
  })
})

describe('a function is refused', () => {
  test.each([
    ['another runtime', { Runtime: 'ruby3.3' as const }, /^Value ruby3\.3 at 'runtime'/],
    ['no role', { Role: 'nobody' }, /'role'/],
    ['a handler outside', { Handler: '../index.handler' }, /'handler'/],
    ['too long a time', { Timeout: 901 }, /'timeout'/],
    ['layers', { Layers: ['arn:aws:lambda:us-east-1:000000000000:layer:a:1'] }, /^Layers is not offered/],
    ['versions', { Publish: true }, /^Publish is not offered/],
    ['a network', { VpcConfig: { SubnetIds: ['subnet-1'] } }, /^VpcConfig is not offered/],
    ['images', { PackageType: 'Image' as const }, /^PackageType is not offered/],
    ['code in S3', { Code: { S3Bucket: 'b', S3Key: 'k' } }, /^S3Bucket is not offered/],
    ['no code', { Code: {} }, /'zipFile'/],
    ['no zip file', { Code: { ZipFile: Buffer.from('hello') } }, /^Could not unzip uploaded file/],
    [
      'AWS’s variables',
      { Environment: { Variables: { AWS_REGION: 'x' } } },
      /Reserved keys used in this request: AWS_R/,
    ],
    ['variables that lead a process', { Environment: { Variables: { LD_PRELOAD: '/tmp/x' } } }, /LD_PRELOAD/],
    ['too many variables', { Environment: { Variables: { A: 'x'.repeat(4096) } } }, /4KB/],
  ])('with %s', async (_what, input, message) => {
    await expect(it.create('refused', files, input)).rejects.toEqual(refusal('InvalidParameterValueException', message))
    await expect(it.lambda.send(new GetFunctionCommand({ FunctionName: 'refused' }))).rejects.toThrow('not found')
  })

  test('where functions of this API are not run, and says so', async () => {
    await using scene = await lambdaScene({ uploads: 'refused' })
    await expect(scene.create('f', files)).rejects.toEqual(
      refusal('AccessDeniedException', /--allow-uploaded-functions/),
    )
  })

  test('in a runtime that nothing would hold to its files, where functions stay the server’s user', async () => {
    await using scene = await lambdaScene({ uploads: 'confined' })
    const refused = refusal(
      'AccessDeniedException',
      /^Functions made .* in Python or as a bootstrap .* start it as root/,
    )
    for (const Runtime of ['python3.13', 'provided.al2023'] as const) {
      await expect(scene.create('f', files, { Runtime })).rejects.toEqual(refused)
      await expect(scene.lambda.send(new GetFunctionCommand({ FunctionName: 'f' }))).rejects.toThrow('not found')
    }
    const made = await scene.create('f', files)
    const FunctionName = 'f'
    const change = new UpdateFunctionConfigurationCommand({ FunctionName, Runtime: 'python3.13' })
    await expect(scene.lambda.send(change)).rejects.toEqual(refused)
    const got = await scene.lambda.send(new GetFunctionCommand({ FunctionName }))
    expect(got.Configuration).toMatchObject({ Runtime: 'nodejs22.x', RevisionId: made.RevisionId })
  })

  test('by a key that nobody knows, where keys must be known', async () => {
    await using scene = await lambdaScene({ accountOfUnknownKeys: undefined })
    const create = new CreateFunctionCommand({ FunctionName: 'f', Role: role, Code: { ZipFile: await zipOf(files) } })
    await expect(scene.lambda.send(create)).rejects.toEqual(refusal('UnrecognizedClientException'))
    const list = scene.lambda.send(new ListFunctionsCommand({}))
    await expect(list).rejects.toEqual(refusal('UnrecognizedClientException'))
  })
})

describe('a large request', () => {
  /** One that says what will come, and waits to be answered. */
  async function announced(address: string) {
    const query = new URL('/2015-03-31/functions', address)
    const scope = '20260101/us-east-1/lambda/aws4_request'
    const headers = {
      'content-length': 2_000_000,
      'x-amz-date': '20260101T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=test/${scope}, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`,
    }
    const sent = request(query, { method: 'POST', headers })
    sent.on('error', () => {})
    sent.flushHeaders()
    const answer = once(sent, 'response').then(([response]) => (response as IncomingMessage).statusCode)
    return { sent, answer }
  }

  test('of a key that nobody knows is refused before it was sent, where keys must be known', async () => {
    await using scene = await lambdaScene({ accountOfUnknownKeys: undefined })
    const { sent, answer } = await announced(scene.address)
    expect(await answer).toBe(403)
    sent.destroy()
  })

  test('is refused while others fill the memory that there is for them', async () => {
    await using scene = await lambdaScene()
    const three = await Promise.all([1, 2, 3].map(() => announced(scene.address)))
    expect(await Promise.race(three.map(({ answer }) => answer))).toBe(429)
    await expect(scene.create('small', files)).resolves.toMatchObject({ FunctionName: 'small' })
    for (const { sent, answer } of three) {
      answer.catch(() => {})
      sent.destroy()
    }
  })
})

describe('the door', () => {
  test('says nothing of origins, and answers nobody who has not signed', async () => {
    for (const [method, path] of [
      ['OPTIONS', '/2015-03-31/functions'],
      ['GET', '/2015-03-31/functions'],
      ['POST', '/2015-03-31/functions'],
      ['GET', '/2020-01-01/functions/f/nonsense'],
    ] as const) {
      const headers = { origin: 'https://app.example', 'access-control-request-method': 'POST' }
      const response = await fetch(it.address + path, { method, headers })
      expect(response.status).toBe(403)
      expect(response.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException')
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})
