import {
  AddPermissionCommand,
  type AddPermissionCommandInput,
  GetPolicyCommand,
  RemovePermissionCommand,
} from '@aws-sdk/client-lambda'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lambdaScene } from '../testing/lambda-scene.ts'

let it: Awaited<ReturnType<typeof lambdaScene>>
beforeAll(async () => {
  it = await lambdaScene()
})
afterAll(() => it[Symbol.asyncDispose]())

const files = { 'index.js': "exports.handler = async (event) => { throw new Error('Members only') }" }
const arnOf = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`

/** What somebody hears who signs up at a pool whose pre sign-up function it is. */
async function signedUp(name: string, condition?: (poolId: string) => object) {
  const { UserPool } = await it.call('CreateUserPool', { PoolName: 'p', LambdaConfig: { PreSignUp: arnOf(name) } })
  const UserPoolId = UserPool?.Id ?? ''
  const { UserPoolClient } = await it.call('CreateUserPoolClient', { UserPoolId, ClientName: 'c' })
  if (condition) await it.permit(name, condition(UserPoolId))
  const input = { ClientId: UserPoolClient?.ClientId ?? '', Username: 'ada', Password: 'Passw0rd!' }
  return it.call('SignUp', input).then(
    () => 'signed up',
    (error: Error) => `${error.name}: ${error.message}`,
  )
}

const ran = 'UserLambdaValidationException: PreSignUp failed with error Members only.'
const poolArn = (id: string) => `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${id}`

test.each<[string, (poolId: string) => object]>([
  ['any', () => ({})],
  ['this', (id) => ({ SourceArn: poolArn(id) })],
  ['this account’s', () => ({ SourceAccount: '000000000000' })],
  ['each of the account’s', () => ({ SourceArn: poolArn('*') })],
])('a pool invokes a function that lets %s pool do so [D]', async (_what, condition) => {
  const name = `lets-${_what.replaceAll(/\W/g, '')}`
  await it.create(name, files)
  expect(await signedUp(name, condition)).toBe(ran)
})

test.each<[string, ((poolId: string) => object) | undefined]>([
  ['nobody', undefined],
  ['another pool', () => ({ SourceArn: poolArn('us-east-1_another') })],
  ['another account', () => ({ SourceAccount: '111111111111' })],
  ['this pool of another account', (id) => ({ SourceArn: poolArn(id), SourceAccount: '111111111111' })],
])('a pool does not invoke a function that lets %s do so [D]', async (_what, condition) => {
  const name = `not-${_what.replaceAll(/\W/g, '')}`
  await it.create(name, files)
  expect(await signedUp(name, condition)).toMatch(/^UnexpectedLambdaException|^InvalidLambda|AccessDenied/)
})

const statement = (FunctionName: string, input: Partial<AddPermissionCommandInput> = {}) =>
  new AddPermissionCommand({
    FunctionName,
    StatementId: 'one',
    Action: 'lambda:InvokeFunction',
    Principal: 'cognito-idp.amazonaws.com',
    ...input,
  })

test('a statement is shown as it was added, and gone once it is removed [D]', async () => {
  const FunctionName = 'shown'
  await it.create(FunctionName, files)
  await expect(it.lambda.send(new GetPolicyCommand({ FunctionName }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  })
  const condition = { SourceArn: poolArn('us-east-1_a'), SourceAccount: '000000000000' }
  const added = await it.lambda.send(statement(FunctionName, condition))
  const shown = {
    Sid: 'one',
    Effect: 'Allow',
    Principal: { Service: 'cognito-idp.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: arnOf(FunctionName),
    Condition: {
      StringEquals: { 'AWS:SourceAccount': '000000000000' },
      ArnLike: { 'AWS:SourceArn': poolArn('us-east-1_a') },
    },
  }
  expect(JSON.parse(added.Statement ?? '')).toEqual(shown)
  const { Policy } = await it.lambda.send(new GetPolicyCommand({ FunctionName }))
  expect(JSON.parse(Policy ?? '')).toEqual({ Version: '2012-10-17', Id: 'default', Statement: [shown] })
  await it.lambda.send(new RemovePermissionCommand({ FunctionName, StatementId: 'one' }))
  await expect(it.lambda.send(new GetPolicyCommand({ FunctionName }))).rejects.toThrow('does not exist')
  const again = it.lambda.send(new RemovePermissionCommand({ FunctionName, StatementId: 'one' }))
  await expect(again).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

test('statements that are added at once are all there, and an id is taken once [D]', async () => {
  const FunctionName = 'many'
  await it.create(FunctionName, files)
  const ids = ['a', 'b', 'c', 'd', 'd']
  const tries = await Promise.allSettled(
    ids.map((StatementId) => it.lambda.send(statement(FunctionName, { StatementId }))),
  )
  const refused = tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).name] : []))
  expect(refused).toEqual(['ResourceConflictException'])
  const { Policy } = await it.lambda.send(new GetPolicyCommand({ FunctionName }))
  const { Statement } = JSON.parse(Policy ?? '') as { readonly Statement: readonly { readonly Sid: string }[] }
  expect(Statement.map(({ Sid }) => Sid).sort()).toEqual(['a', 'b', 'c', 'd'])
})

test.each([
  ['an organization', { PrincipalOrgID: 'o-1234567890' }, 'InvalidParameterValueException'],
  ['an outdated revision', { RevisionId: 'x' }, 'PreconditionFailedException'],
  ['an unfit id', { StatementId: 'a b' }, 'InvalidParameterValueException'],
])('a statement with %s is refused', async (what, input, name) => {
  const FunctionName = what.replaceAll(' ', '-')
  await it.create(FunctionName, files)
  await expect(it.lambda.send(statement(FunctionName, input))).rejects.toMatchObject({ name })
})

test('a policy that grows too long is refused [D]', async () => {
  const FunctionName = 'long'
  await it.create(FunctionName, files)
  const add = async () => {
    for (let at = 0; at < 60; at++)
      await it.lambda.send(statement(FunctionName, { StatementId: `s${at}`, SourceArn: poolArn('x'.repeat(300)) }))
  }
  await expect(add()).rejects.toMatchObject({ name: 'PolicyLengthExceededException' })
})
