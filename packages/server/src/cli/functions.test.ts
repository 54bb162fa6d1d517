import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { home, run, start } from './testing/command.ts'

test('a directory of functions that is not there is one sentence and exit code 1', async () => {
  using here = home()
  const ended = await run(here.directory, ['dev', '--memory', '--port', '0', '--functions', 'nowhere'])
  expect(ended).toMatchObject({ code: 1, out: '' })
  expect(ended.err).toMatch(
    /^--functions names .*nowhere, which is not there: make it, or name another directory\.\n$/m,
  )
})

test('what a function fails by is told in AWS’s words, and harms nobody else', async () => {
  using here = home()
  mkdirSync(join(here.directory, 'functions'))
  const write = (name: string, body: string) =>
    writeFileSync(join(here.directory, 'functions', name), `exports.handler = async (event) => { ${body} }`)
  write('looping.js', 'for (;;);')
  write('leaving.js', 'process.exit(1)')
  write('silent.js', '')
  write('sound.js', 'return event')
  await using server = start(here.directory, ['dev', '--port', '0', '--memory', '--functions', 'functions'])
  const endpoint = await server.ready()
  const cognito = new CognitoIdentityProviderClient({ endpoint, region: 'us-east-1', credentials })
  const signUp = async (name: string) => {
    const LambdaConfig = { PreSignUp: `arn:aws:lambda:us-east-1:000000000000:function:${name}` }
    const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: name, LambdaConfig }))
    const client = new CreateUserPoolClientCommand({ UserPoolId: UserPool?.Id, ClientName: 'app' })
    const ClientId = (await cognito.send(client)).UserPoolClient?.ClientId
    const input = { ClientId, Username: 'ada', Password: 'Correct-horse-1' }
    return cognito.send(new SignUpCommand(input)).then(() => 'signed up', String)
  }
  expect(await Promise.all(['looping', 'leaving', 'silent', 'sound'].map(signUp))).toEqual([
    expect.stringMatching(
      /^UserLambdaValidationException: PreSignUp failed with error RequestId: \S+ Error: Task timed out after 3\.00 seconds\.$/,
    ),
    'UserLambdaValidationException: PreSignUp failed with error Error: Runtime exited with error: exit status 1.',
    'InvalidLambdaResponseException: Unrecognizable lambda output',
    'signed up',
  ])
  cognito.destroy()
})

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
