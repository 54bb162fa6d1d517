import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool } from '../../../flows/pools/create-pool.ts'
import { type TestWorld, testWorld } from '../../../testing/world.ts'

let here: TestWorld
beforeAll(async () => {
  here = await testWorld()
})
afterAll(() => here[Symbol.asyncDispose]())

const notFound = { name: 'ResourceNotFoundException' }
const create = async (UserPoolTags = {}) =>
  (await here.call('CreateUserPool', { PoolName: 'p', UserPoolTags })).UserPool?.Id ?? ''

test('a deleted pool and what was in it are gone, and its ids are free again', async () => {
  const UserPoolId = await create({ 'cognate:id': 'again' })
  const client = { UserPoolId, ClientName: '_custom_id_:again' }
  await here.call('CreateUserPoolClient', client)

  await here.call('DeleteUserPool', { UserPoolId })

  await expect(here.call('DescribeUserPool', { UserPoolId })).rejects.toMatchObject(notFound)
  await expect(here.call('DeleteUserPool', { UserPoolId })).rejects.toMatchObject(notFound)
  expect(await here.world.store.signingKeys.list(UserPoolId)).toEqual([])
  expect(await create({ 'cognate:id': 'again' })).toBe(UserPoolId)
  expect((await here.call('CreateUserPoolClient', client)).UserPoolClient?.ClientId).toBe('again')
})

test('a protected pool is deleted only after its protection is taken away', async () => {
  const UserPoolId = await create()
  await here.call('UpdateUserPool', { UserPoolId, DeletionProtection: 'ACTIVE' })

  await expect(here.call('DeleteUserPool', { UserPoolId })).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message:
      'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
  })

  await here.call('UpdateUserPool', { UserPoolId, DeletionProtection: 'INACTIVE' })
  await here.call('DeleteUserPool', { UserPoolId })
  await expect(here.call('DescribeUserPool', { UserPoolId })).rejects.toMatchObject(notFound)
})

test.each([
  ['account', { account: '111122223333', region: 'us-east-1' }],
  ['Region', { account: '000000000000', region: 'eu-west-1' }],
])('a pool of another %s is not found by any operation on pools', async (_name, place) => {
  const { id: UserPoolId } = await createPool({ PoolName: 'theirs' }, place, here.world)
  const ResourceArn = `arn:aws:cognito-idp:${place.region}:${place.account}:userpool/${UserPoolId}`

  const calls = [
    here.call('DescribeUserPool', { UserPoolId }),
    here.call('UpdateUserPool', { UserPoolId }),
    here.call('DeleteUserPool', { UserPoolId }),
    here.call('AddCustomAttributes', { UserPoolId, CustomAttributes: [{ Name: 'x', AttributeDataType: 'String' }] }),
    here.call('CreateUserPoolClient', { UserPoolId, ClientName: 'c' }),
    here.call('ListUserPoolClients', { UserPoolId }),
    here.call('DescribeUserPoolClient', { UserPoolId, ClientId: 'c' }),
    here.call('UpdateUserPoolClient', { UserPoolId, ClientId: 'c' }),
    here.call('DeleteUserPoolClient', { UserPoolId, ClientId: 'c' }),
    here.call('AddUserPoolClientSecret', { UserPoolId, ClientId: 'c' }),
    here.call('ListUserPoolClientSecrets', { UserPoolId, ClientId: 'c' }),
    here.call('DeleteUserPoolClientSecret', { UserPoolId, ClientId: 'c', ClientSecretId: 's' }),
    here.call('ListTagsForResource', { ResourceArn }),
    here.call('TagResource', { ResourceArn, Tags: { a: 'b' } }),
    here.call('UntagResource', { ResourceArn, TagKeys: ['a'] }),
  ]

  for (const call of calls) await expect(call).rejects.toMatchObject(notFound)
  expect(await here.world.store.pools.find(UserPoolId)).toBeDefined()
  const { UserPools } = await here.call('ListUserPools', { MaxResults: 60 })
  expect(UserPools?.map(({ Id }) => Id)).not.toContain(UserPoolId)
})
