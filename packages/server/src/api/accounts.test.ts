import { beforeAll, expect, test } from 'vitest'
import { createAccessKey } from '../flows/access-keys.ts'
import { signedRequest } from '../testing/signed-request.ts'
import { knock, testWorld, type TestWorld } from '../testing/world.ts'

let it: TestWorld
let poolId = ''
let clientId = ''

/** A key of each account. */
let [owner, stranger]: readonly { readonly id: string; readonly secret: string }[] = []

beforeAll(async () => {
  it = await testWorld()
  owner = await createAccessKey('111111111111', it.world)
  stranger = await createAccessKey('222222222222', it.world)
  const { UserPool } = await asked(owner, 'CreateUserPool', { PoolName: 'people' })
  poolId = (UserPool as { readonly Id: string }).Id
  const { UserPoolClient } = await asked(owner, 'CreateUserPoolClient', { UserPoolId: poolId, ClientName: 'app' })
  clientId = (UserPoolClient as { readonly ClientId: string }).ClientId
})

async function asked(key = owner, operation: string, input: object, region = 'us-east-1') {
  const request = await signedRequest({
    ...(key ?? { id: '', secret: '' }),
    target: `AWSCognitoIdentityProviderService.${operation}`,
    body: JSON.stringify(input),
    at: it.clock.now(),
    region,
  })
  return JSON.parse(String((await knock(it.door, request)).body)) as Readonly<Record<string, unknown>>
}

const byPool: readonly (readonly [string, () => object])[] = [
  ['DescribeUserPool', () => ({ UserPoolId: poolId })],
  ['UpdateUserPool', () => ({ UserPoolId: poolId })],
  ['DeleteUserPool', () => ({ UserPoolId: poolId })],
  [
    'AddCustomAttributes',
    () => ({ UserPoolId: poolId, CustomAttributes: [{ Name: 'x', AttributeDataType: 'String' }] }),
  ],
  ['CreateUserPoolClient', () => ({ UserPoolId: poolId, ClientName: 'mine' })],
  ['DescribeUserPoolClient', () => ({ UserPoolId: poolId, ClientId: clientId })],
  ['UpdateUserPoolClient', () => ({ UserPoolId: poolId, ClientId: clientId })],
  ['DeleteUserPoolClient', () => ({ UserPoolId: poolId, ClientId: clientId })],
  ['ListUserPoolClients', () => ({ UserPoolId: poolId })],
  ['AddUserPoolClientSecret', () => ({ UserPoolId: poolId, ClientId: clientId })],
  ['ListUserPoolClientSecrets', () => ({ UserPoolId: poolId, ClientId: clientId })],
  ['AdminGetUser', () => ({ UserPoolId: poolId, Username: 'ada' })],
  ['AdminUserGlobalSignOut', () => ({ UserPoolId: poolId, Username: 'ada' })],
  ['CreateGroup', () => ({ UserPoolId: poolId, GroupName: 'g' })],
  ['GetGroup', () => ({ UserPoolId: poolId, GroupName: 'g' })],
  ['UpdateGroup', () => ({ UserPoolId: poolId, GroupName: 'g' })],
  ['DeleteGroup', () => ({ UserPoolId: poolId, GroupName: 'g' })],
  ['ListGroups', () => ({ UserPoolId: poolId })],
  ['ListUsersInGroup', () => ({ UserPoolId: poolId, GroupName: 'g' })],
  ['AdminAddUserToGroup', () => ({ UserPoolId: poolId, Username: 'ada', GroupName: 'g' })],
  ['AdminRemoveUserFromGroup', () => ({ UserPoolId: poolId, Username: 'ada', GroupName: 'g' })],
  ['AdminListGroupsForUser', () => ({ UserPoolId: poolId, Username: 'ada' })],
  ['GetCSVHeader', () => ({ UserPoolId: poolId })],
  [
    'CreateUserImportJob',
    () => ({ UserPoolId: poolId, JobName: 'job', CloudWatchLogsRoleArn: 'arn:aws:iam::000000000000:role/logs' }),
  ],
  ['DescribeUserImportJob', () => ({ UserPoolId: poolId, JobId: 'import-a' })],
  ['ListUserImportJobs', () => ({ UserPoolId: poolId, MaxResults: 1 })],
  ['StartUserImportJob', () => ({ UserPoolId: poolId, JobId: 'import-a' })],
  ['StopUserImportJob', () => ({ UserPoolId: poolId, JobId: 'import-a' })],
  ['AdminInitiateAuth', () => ({ UserPoolId: poolId, ClientId: clientId, AuthFlow: 'USER_SRP_AUTH' })],
  [
    'AdminRespondToAuthChallenge',
    () => ({ UserPoolId: poolId, ClientId: clientId, ChallengeName: 'NEW_PASSWORD_REQUIRED' }),
  ],
]

test.each(byPool)('%s does not see another account’s pool, nor another region’s', async (operation, input) => {
  const notFound = { __type: 'ResourceNotFoundException', message: `User pool ${poolId} does not exist.` }
  expect(await asked(stranger, operation, input())).toEqual(notFound)
  expect(await asked(owner, operation, input(), 'eu-west-1')).toEqual(notFound)
})

test('a list holds what is of the account and the region', async () => {
  const list = (key: typeof owner, region?: string) => asked(key, 'ListUserPools', { MaxResults: 10 }, region)
  expect((await list(owner))['UserPools']).toHaveLength(1)
  expect((await list(owner, 'eu-west-1'))['UserPools']).toEqual([])
  expect((await list(stranger))['UserPools']).toEqual([])
})

test('after all that the owner’s pool is as it was', async () => {
  expect(await asked(owner, 'DescribeUserPool', { UserPoolId: poolId })).toHaveProperty('UserPool.Id', poolId)
  expect(await asked(owner, 'DescribeUserPoolClient', { UserPoolId: poolId, ClientId: clientId })).toHaveProperty(
    'UserPoolClient.ClientName',
    'app',
  )
})

test('a pool lies in the region that the signature names', async () => {
  const { UserPool } = await asked(stranger, 'CreateUserPool', { PoolName: 'people' }, 'eu-west-1')
  expect(UserPool).toMatchObject({
    Id: expect.stringMatching(/^eu-west-1_[0-9A-Za-z]{9}$/),
    Arn: expect.stringMatching(/^arn:aws:cognito-idp:eu-west-1:222222222222:userpool\//),
  })
})
