import { expect } from 'vitest'
import { sharedStoreTest } from '../../../testing/every-store.ts'
import { refusalOf } from '../../../testing/refusal-of.ts'
import { testWorld } from '../../../testing/world.ts'

sharedStoreTest('twenty who change a pool or a client at once all come through', async (place) => {
  await using here = await testWorld({ store: await place.open() })
  const UserPoolId = (await here.call('CreateUserPool', { PoolName: 'p' })).UserPool?.Id ?? ''
  const client = (await here.call('CreateUserPoolClient', { UserPoolId, ClientName: 'c' })).UserPoolClient
  const ClientId = client?.ClientId ?? ''
  const changes = Array.from({ length: 20 }, (_, at) => [
    refusalOf(here.call('UpdateUserPool', { UserPoolId, UserPoolTags: { at: String(at) } })),
    refusalOf(here.call('UpdateUserPoolClient', { UserPoolId, ClientId, ClientName: `c${at}` })),
  ])
  expect(new Set(await Promise.all(changes.flat()))).toEqual(new Set(['accepted']))
})
