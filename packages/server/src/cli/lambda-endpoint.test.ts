import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { lambdaScene } from '../testing/lambda-scene.ts'
import { home, run, start } from './testing/command.ts'

test('functions of another Lambda API decide who signs up', async () => {
  using here = home()
  await using elsewhere = await lambdaScene()
  await elsewhere.create('guard', { 'index.js': "exports.handler = async () => { throw new Error('Members only') }" })
  const flags = ['dev', '--port', '0', '--memory', '--lambda-endpoint', elsewhere.address]
  await using server = start(here.directory, flags, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' })
  const endpoint = await server.ready()
  const cognito = new CognitoIdentityProviderClient({ endpoint, region: 'us-east-1', credentials })
  const LambdaConfig = { PreSignUp: 'arn:aws:lambda:us-east-1:000000000000:function:guard' }
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'p', LambdaConfig }))
  const client = new CreateUserPoolClientCommand({ UserPoolId: UserPool?.Id, ClientName: 'app' })
  const ClientId = (await cognito.send(client)).UserPoolClient?.ClientId
  const signUp = new SignUpCommand({ ClientId, Username: 'ada', Password: 'Correct-horse-1' })
  await expect(cognito.send(signUp)).rejects.toMatchObject({
    name: 'UserLambdaValidationException',
    message: 'PreSignUp failed with error Members only.',
  })
  cognito.destroy()
})

test('an endpoint that is no URL is one sentence and exit code 2', async () => {
  using here = home()
  const ended = await run(here.directory, ['dev', '--memory', '--port', '0', '--lambda-endpoint', 'lambda'])
  expect(ended).toMatchObject({ code: 2, out: '' })
  expect(ended.err).toMatch(/^--lambda-endpoint must be a URL such as .*, not "lambda"\.\n$/m)
})

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
