import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { webhookSignature } from '../functions/webhook-signature.ts'
import { home, run, start } from './testing/command.ts'

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:guard'
const key = Buffer.alloc(32, 7)

const flags = (url: string) => ['--function-webhook', `${arn}=${url}`, '--function-webhook-secret-file', `${arn}=hook`]

async function guard() {
  const signatures: boolean[] = []
  const server = createServer((request, response) => {
    request.setEncoding('utf8')
    void request.toArray().then((texts: readonly string[]) => {
      const body = texts.join('')
      const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature } = request.headers
      const signed = webhookSignature({ id: String(id), timestampSeconds: Number(time), body }, key)
      signatures.push(signature === signed['webhook-signature'])
      const lets = body.includes('@example.com')
      response.writeHead(lets ? 200 : 403, { 'content-type': 'application/json' })
      response.end(lets ? body : '{"errorMessage":"Members only","errorType":"Error"}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, signatures }
}

test('a webhook decides who signs up, and sees that Cognate asks', async () => {
  using here = home()
  const { url, signatures } = await guard()
  writeFileSync(join(here.directory, 'hook'), `whsec_${key.toString('base64')}\n`)
  await using server = start(here.directory, ['dev', '--port', '0', '--memory', ...flags(url)])
  const endpoint = await server.ready()
  const cognito = new CognitoIdentityProviderClient({ endpoint, region: 'us-east-1', credentials })
  const pool = new CreateUserPoolCommand({ PoolName: 'p', LambdaConfig: { PreSignUp: arn } })
  const { UserPool } = await cognito.send(pool)
  const client = new CreateUserPoolClientCommand({ UserPoolId: UserPool?.Id, ClientName: 'app' })
  const ClientId = (await cognito.send(client)).UserPoolClient?.ClientId
  const signUp = (name: string, email: string) => {
    const UserAttributes = [{ Name: 'email', Value: email }]
    const input = { ClientId, Username: name, Password: 'Correct-horse-1', UserAttributes }
    return cognito.send(new SignUpCommand(input)).then(() => 'signed up', String)
  }
  expect(await signUp('ada', 'ada@example.com')).toBe('signed up')
  expect(await signUp('eve', 'eve@example.org')).toBe(
    'UserLambdaValidationException: PreSignUp failed with error Members only.',
  )
  expect(signatures).toEqual([true, true])
  cognito.destroy()
})

test.each([
  ['is not there', undefined, /^--function-webhook-secret-file names .*hook, which cannot be read\.\n$/m],
  ['holds no secret', 'geheim', /^The file .*hook of --function-webhook-secret-file must hold whsec_ .*\n$/m],
])('a file of a secret that %s is one sentence and exit code 1', async (_what, text, sentence) => {
  using here = home()
  if (text !== undefined) writeFileSync(join(here.directory, 'hook'), text)
  const ended = await run(here.directory, ['dev', '--memory', '--port', '0', ...flags('https://hooks.example.com/')])
  expect(ended).toMatchObject({ code: 1, out: '' })
  expect(ended.err).toMatch(sentence)
  expect(ended.err).not.toContain('geheim')
})

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
