import { expect, test } from 'vitest'
import { openSqliteStore } from '../../../store/open-sqlite-store.ts'
import { Conflict } from '../../../store/statement.ts'
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

test('[D] who loses to others every time is told that the pool is being modified, by its own name', async () => {
  const store = await openSqliteStore({ memory: true })
  let contended = false
  const decide: typeof store.decide = (statements) =>
    contended ? Promise.reject(new Conflict()) : store.decide(statements)
  await using here = await testWorld({ store: { ...store, decide } })
  const UserPoolId = (await here.call('CreateUserPool', { PoolName: 'p' })).UserPool?.Id ?? ''
  contended = true
  const update = here.call('UpdateUserPool', { UserPoolId, PoolName: 'q' })
  await expect(update).rejects.toMatchObject({ name: 'ConcurrentModificationException' })
})
