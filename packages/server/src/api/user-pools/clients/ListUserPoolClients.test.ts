import { expect, test } from 'vitest'
import { testWorld } from '../../../testing/world.ts'

test('the clients of the pool are listed page by page, and a deleted one no more', async () => {
  await using here = await testWorld()
  const [UserPoolId = '', other = ''] = await Promise.all(
    ['p', 'other'].map(async (PoolName) => (await here.call('CreateUserPool', { PoolName })).UserPool?.Id ?? ''),
  )
  for (const id of ['a', 'b', 'c'])
    await here.call('CreateUserPoolClient', { UserPoolId, ClientName: `_custom_id_:${id}`, GenerateSecret: true })
  await here.call('CreateUserPoolClient', { UserPoolId: other, ClientName: 'not here' })
  const list = async (members = {}) => here.call('ListUserPoolClients', { UserPoolId, ...members })

  const first = await list({ MaxResults: 2 })
  await here.call('DeleteUserPoolClient', { UserPoolId, ClientId: 'a' })
  const second = await list({ MaxResults: 2, NextToken: first.NextToken })

  expect(first.UserPoolClients).toEqual([
    { ClientId: 'a', UserPoolId, ClientName: '_custom_id_:a' },
    { ClientId: 'b', UserPoolId, ClientName: '_custom_id_:b' },
  ])
  expect(second).toEqual({ UserPoolClients: [{ ClientId: 'c', UserPoolId, ClientName: '_custom_id_:c' }] })
  expect((await list()).UserPoolClients?.map(({ ClientId }) => ClientId)).toEqual(['b', 'c'])
  expect((await list({ ClientType: 'REGULAR' })).UserPoolClients).toHaveLength(2)
  expect((await list({ ClientType: 'DCR' })).UserPoolClients).toEqual([])
  await expect(list({ NextToken: 'made-up' })).rejects.toMatchObject({ name: 'InvalidParameterException' })
})
