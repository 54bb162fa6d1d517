import {
  AdminConfirmSignUpCommand,
  AdminListGroupsForUserCommand,
  ConfirmSignUpCommand,
  CreateGroupCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { LambdaConfigType } from '@aws-sdk/client-cognito-identity-provider'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { functionDirectory } from '../packages/server/src/testing/function-directory.ts'
import { goodPassword } from '../packages/server/src/testing/good-password.ts'
import { arnOf } from '../packages/server/src/testing/recorded-functions.ts'
import { dynamodbStandIn } from './dynamodb-stand-in.ts'
import { newPool } from './new-pool.ts'
import { sdkClient } from './sdk-client.ts'
import { startServer } from './server.ts'
import type { Server } from './server.ts'
import { stores } from './stores.ts'

// As people write them for AWS: imports that are only types, clients made while loading, and variables of their own.
const files = {
  'guard.ts': `
    import { PreSignUpTriggerEvent } from 'aws-lambda'
    const domains = (name: string) => process.env[name]?.split(',') ?? []
    export const handler = async (event: PreSignUpTriggerEvent): Promise<PreSignUpTriggerEvent> => {
      const domain = event.request.userAttributes.email.split('@')[1]
      if (!domains('MEMBERS').includes(domain)) throw new Error('Only members may sign up')
      event.response.autoConfirmUser = event.response.autoVerifyEmail = domains('STAFF').includes(domain)
      return event
    }`,
  'guard.env': 'MEMBERS=example.com,staff.example.com\nSTAFF=staff.example.com',
  'keep.ts': `
    import { PostConfirmationTriggerEvent } from 'aws-lambda'
    import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
    import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}))
    export const handler = async (event: PostConfirmationTriggerEvent) => {
      const { sub: userId, email } = event.request.userAttributes
      await documents.send(new PutCommand({ TableName: process.env.TABLE, Item: { userId, email, plan: 'free' } }))
      return event
    }`,
  'enrich/index.ts': `
    import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
    import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}))
    export const handler = async (event: { request: { userAttributes: Record<string, string> }; response: any }) => {
      const Key = { userId: event.request.userAttributes.sub }
      const { Item } = await documents.send(new GetCommand({ TableName: process.env.TABLE, Key }))
      event.response.claimsOverrideDetails = {
        claimsToAddOrOverride: { plan: Item?.plan ?? 'none' },
        claimsToSuppress: ['email_verified'],
      }
      return event
    }`,
  'words.js': `
    exports.handler = async (event) => {
      if (event.triggerSource === 'CustomMessage_SignUp') {
        event.response.emailSubject = 'Come in'
        event.response.emailMessage = \`The word is \${event.request.codeParameter}.\`
      }
      return event
    }`,
  'welcome.mjs': `
    import { AdminAddUserToGroupCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
    const cognito = new CognitoIdentityProviderClient()
    export const handler = async (event) => {
      const { userPoolId: UserPoolId, userName: Username } = event
      await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: 'registered' }))
      return event
    }`,
  'fickle.js': "exports.handler = async () => { throw new Error('no') }",
  'tell-pid.js': 'exports.handler = async () => { throw new Error(process.pid) }',
  'letters.py': `
def lambda_handler(event, context):
    if event["triggerSource"] == "CustomMessage_SignUp":
        event["response"]["emailSubject"] = "Come in, " + event["userName"]
        event["response"]["emailMessage"] = "<a href='https://a.test/?code=" + event["request"]["codeParameter"] + "'>Here</a>"
    return event`,
}

const stack = new AsyncDisposableStack()
let server: Server
let directory: Awaited<ReturnType<typeof functionDirectory>>
let tables: Awaited<ReturnType<typeof dynamodbStandIn>>
beforeAll(async () => {
  tables = stack.use(await dynamodbStandIn())
  const table = `TABLE=people\nAWS_ENDPOINT_URL_DYNAMODB=${tables.endpoint}`
  directory = stack.use(
    await functionDirectory({ ...files, 'keep.env': table, 'enrich/.env': table, 'lost.ts': files['keep.ts'] }),
  )
  const home = stack.use(await stores[0].open())
  server = stack.use(await startServer(home, ['--functions', directory.directory]))
})
afterAll(() => stack.disposeAsync())

async function poolWith(
  names: Readonly<Partial<Record<'PreSignUp' | 'PostConfirmation' | 'PreTokenGeneration' | 'CustomMessage', string>>>,
  { endpoint } = server,
) {
  const LambdaConfig: LambdaConfigType = Object.fromEntries(
    Object.entries(names).map(([at, name]) => [at, arnOf(name)]),
  )
  const { clientId: ClientId, poolId: UserPoolId } = await newPool(endpoint, {
    pool: { LambdaConfig, UsernameAttributes: [] },
  })
  const cognito = sdkClient(endpoint)
  return {
    ClientId,
    UserPoolId,
    cognito,
    signUp: (Username: string, domain = 'example.com') => {
      const UserAttributes = [{ Name: 'email', Value: `${Username}@${domain}` }]
      return cognito.send(new SignUpCommand({ ClientId, Username, Password: goodPassword, UserAttributes }))
    },
  }
}

test('a function in TypeScript refuses a sign-up in its own words, and confirms another', async () => {
  const { signUp } = await poolWith({ PreSignUp: 'guard' })
  await expect(signUp('eve', 'elsewhere.test')).rejects.toMatchObject({
    name: 'UserLambdaValidationException',
    message: 'PreSignUp failed with error Only members may sign up.',
  })
  expect((await signUp('ada')).UserConfirmed).toBe(false)
  expect((await signUp('bob', 'staff.example.com')).UserConfirmed).toBe(true)
})

test('functions in TypeScript keep people in a table and tell tokens of them', async () => {
  const { cognito, signUp, ClientId, UserPoolId } = await poolWith({
    PostConfirmation: 'keep',
    PreTokenGeneration: 'enrich',
  })
  const { UserSub } = await signUp('cyd')
  await cognito.send(new AdminConfirmSignUpCommand({ UserPoolId, Username: 'cyd' }))
  expect([...tables.items.values()]).toContainEqual({
    userId: { S: UserSub },
    email: { S: 'cyd@example.com' },
    plan: { S: 'free' },
  })
  const AuthParameters = { USERNAME: 'cyd', PASSWORD: goodPassword }
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }),
  )
  const claims = decodeJwt(AuthenticationResult?.IdToken ?? '')
  expect([claims['plan'], claims['email_verified']]).toEqual(['free', undefined])
})

test('what a function calls that is not there is told as AWS tells it', async () => {
  const { cognito, signUp, UserPoolId } = await poolWith({ PostConfirmation: 'lost' })
  await signUp('dan')
  await expect(cognito.send(new AdminConfirmSignUpCommand({ UserPoolId, Username: 'dan' }))).rejects.toMatchObject({
    name: 'UserLambdaValidationException',
    message: /^PostConfirmation failed with error /,
  })
})

test.each([
  ['JavaScript', 'words', 'Come in', /^The word is (\d{6})\.$/],
  ['Python', 'letters', 'Come in, fay', /\?code=(\d{6})'/],
])('a function in %s writes the message that brings the code', async (_language, name, subject, words) => {
  const { cognito, signUp, ClientId } = await poolWith({ CustomMessage: name })
  const Username = 'fay'
  await signUp(Username, `${name}.test`)
  const [letter] = await server.inbox.letters(`${Username}@${name}.test`)
  expect(letter?.subject).toBe(subject)
  const [, ConfirmationCode] = words.exec(letter?.html ?? '') ?? []
  await cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
})

test('a function calls the server back as it would call AWS', async () => {
  const { cognito, signUp, UserPoolId } = await poolWith({ PostConfirmation: 'welcome' })
  await cognito.send(new CreateGroupCommand({ UserPoolId, GroupName: 'registered' }))
  await signUp('hal')
  await cognito.send(new AdminConfirmSignUpCommand({ UserPoolId, Username: 'hal' }))
  const { Groups } = await cognito.send(new AdminListGroupsForUserCommand({ UserPoolId, Username: 'hal' }))
  expect(Groups?.map(({ GroupName }) => GroupName)).toEqual(['registered'])
})

test('what was changed runs at the next event', async () => {
  const { signUp } = await poolWith({ PreSignUp: 'fickle' })
  await expect(signUp('ian')).rejects.toMatchObject({ message: 'PreSignUp failed with error no.' })
  await directory.write('fickle.js', 'exports.handler = async (event) => event')
  expect((await signUp('ian')).UserSub).toBeDefined()
})

test.runIf(process.platform === 'linux')('a server that is killed leaves no function behind', async () => {
  await using home = await stores[0].open()
  const doomed = await startServer(home, ['--functions', directory.directory])
  const { signUp } = await poolWith({ PreSignUp: 'tell-pid' }, doomed)
  const told = await signUp('joe').then(() => '', String)
  const pid = Number(/error (\d+)\.$/.exec(told)?.[1])
  expect(process.kill(pid, 0)).toBe(true)
  doomed.process.kill('SIGKILL')
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), 10_000)
})

test('a function that is not there may not be invoked, in the words of AWS', async () => {
  const { signUp } = await poolWith({ PreSignUp: 'nowhere' })
  await expect(signUp('gil')).rejects.toMatchObject({
    name: 'UnexpectedLambdaException',
    message: 'PreSignUp invocation failed due to error AccessDeniedException.',
  })
})
