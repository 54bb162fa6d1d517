import { SignUpCommand, UpdateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider'
import {
  AddPermissionCommand,
  CreateFunctionCommand,
  DeleteFunctionCommand,
  InvokeCommand,
  LambdaClient,
  waitUntilFunctionActiveV2,
} from '@aws-sdk/client-lambda'
import { expect, test } from 'vitest'
import { goodPassword } from '../packages/server/src/testing/good-password.ts'
import { role, zipOf } from '../packages/server/src/testing/lambda-scene.ts'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { sdkClient } from './sdk-client.ts'

const guard = `
const { CognitoIdentityProviderClient, DescribeUserPoolCommand } = require('@aws-sdk/client-cognito-identity-provider')
const cognito = new CognitoIdentityProviderClient({})
exports.handler = async (event) => {
  const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: event.userPoolId }))
  const { email } = event.request.userAttributes
  if (!email.endsWith(process.env.MEMBERS)) throw new Error('Only members of ' + UserPool.Name)
  return event
}`

const words = `
def say(event, context):
    code = event["request"]["codeParameter"]
    event["response"] = {"emailSubject": "Come in", "emailMessage": "With " + code}
    return event
`

const lambdaAt = (endpoint: string) =>
  new LambdaClient({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } })

const scenes = onBothStores(async ({ endpoint }) => ({ pool: await newPool(endpoint) }))

test.each(scenes)(
  '$store: functions from zip files guard sign-ups and write their messages, also after a restart',
  async (scene) => {
    const { poolId, clientId } = scene.pool
    const lambda = lambdaAt(scene.server.endpoint)
    const SourceArn = `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${poolId}`
    const make = async (FunctionName: string, files: Record<string, string>, input: object) => {
      const made = await lambda.send(
        new CreateFunctionCommand({ FunctionName, Role: role, Code: { ZipFile: await zipOf(files) }, ...input }),
      )
      await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 10 }, { FunctionName })
      const statement = { StatementId: 'pool', Action: 'lambda:InvokeFunction', Principal: 'cognito-idp.amazonaws.com' }
      await lambda.send(new AddPermissionCommand({ FunctionName, SourceArn, ...statement }))
      return made.FunctionArn
    }
    const node = {
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Environment: { Variables: { MEMBERS: '@example.com' } },
    }
    const PreSignUp = await make('guard', { 'index.js': guard }, { ...node, Timeout: 30 })
    const CustomMessage = await make('words', { 'app.py': words }, { Runtime: 'python3.12', Handler: 'app.say' })
    await sdkClient(scene.server.endpoint).send(
      new UpdateUserPoolCommand({
        UserPoolId: poolId,
        AutoVerifiedAttributes: ['email'],
        LambdaConfig: { PreSignUp, CustomMessage },
      }),
    )
    const signUp = (Username: string) =>
      sdkClient(scene.server.endpoint).send(new SignUpCommand({ ClientId: clientId, Username, Password: goodPassword }))

    await expect(signUp('eve@example.org')).rejects.toMatchObject({
      name: 'UserLambdaValidationException',
      message: 'PreSignUp failed with error Only members of people.',
    })
    await scene.restart()
    await signUp('ada@example.com')
    const [mail] = await scene.server.inbox.letters('ada@example.com')
    expect(mail).toMatchObject({ subject: 'Come in' })

    const after = lambdaAt(scene.server.endpoint)
    await after.send(new DeleteFunctionCommand({ FunctionName: 'guard' }))
    await expect(after.send(new InvokeCommand({ FunctionName: 'guard' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    })
    await expect(signUp('bob@example.com')).rejects.toThrow(/guard|Lambda|PreSignUp/i)
  },
)
