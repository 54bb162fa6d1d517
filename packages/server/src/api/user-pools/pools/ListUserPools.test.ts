import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool } from '../../../flows/pools/create-pool.ts'
import { type TestWorld, testWorld } from '../../../testing/world.ts'

let here: TestWorld
const ids = ['us-east-1_a', 'us-east-1_b', 'us-east-1_c']
beforeAll(async () => {
  here = await testWorld()
  for (const id of ids)
    await here.call('CreateUserPool', { PoolName: `pool ${id}`, UserPoolTags: { 'cognate:id': id } })
  await createPool({ PoolName: 'theirs' }, { account: '111122223333', region: 'us-east-1' }, here.world)
})
afterAll(() => here[Symbol.asyncDispose]())

test('all pools of the account and Region are listed, page by page', async () => {
  const first = await here.call('ListUserPools', { MaxResults: 2 })
  const second = await here.call('ListUserPools', { MaxResults: 2, NextToken: first.NextToken })

  expect(first.UserPools?.map(({ Id }) => Id)).toEqual(ids.slice(0, 2))
  expect(second.UserPools).toEqual([
    {
      Id: 'us-east-1_c',
      Name: 'pool us-east-1_c',
      LambdaConfig: {},
      CreationDate: expect.any(Number),
      LastModifiedDate: expect.any(Number),
    },
  ])
  expect(second).not.toHaveProperty('NextToken')
})

test('a last page that is full promises no other', async () => {
  expect(await here.call('ListUserPools', { MaxResults: 3 })).not.toHaveProperty('NextToken')
})

test('a token that was made up, or given for another list, is refused', async () => {
  const [UserPoolId = ''] = ids
  for (const ClientName of ['one', 'two']) await here.call('CreateUserPoolClient', { UserPoolId, ClientName })
  const { NextToken } = await here.call('ListUserPoolClients', { UserPoolId, MaxResults: 1 })
  const refused = { name: 'InvalidParameterException', message: 'Invalid pagination token.' }

  for (const token of ['us-east-1_a', NextToken])
    await expect(here.call('ListUserPools', { MaxResults: 1, NextToken: token })).rejects.toMatchObject(refused)
  await expect(here.call('ListUserPoolClients', { UserPoolId: 'us-east-1_b', NextToken })).rejects.toMatchObject(
    refused,
  )
})
