import type { CreateUserPoolClientRequest } from '@cognate/wire/user-pools.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyClientMember } from '../../../testing/every-client-member.ts'
import { type TestWorld, testWorld } from '../../../testing/world.ts'

let here: TestWorld
let UserPoolId: string
beforeAll(async () => {
  here = await testWorld()
  const { UserPool } = await here.call('CreateUserPool', {
    PoolName: 'p',
    Schema: [{ Name: 'tenant', AttributeDataType: 'String' }],
  })
  UserPoolId = UserPool?.Id ?? ''
})
afterAll(() => here[Symbol.asyncDispose]())

const create = async (members: Partial<CreateUserPoolClientRequest> = {}) =>
  (await here.call('CreateUserPoolClient', { UserPoolId, ClientName: 'c', ...members })).UserPoolClient ?? {}
const describeClient = async (ClientId = '') =>
  (await here.call('DescribeUserPoolClient', { UserPoolId, ClientId })).UserPoolClient

test('a client of which only the name is said is described with the defaults of the service', async () => {
  const client = await create({ ClientName: 'plain' })

  expect(client.ClientId).toMatch(/^[0-9a-z]{26}$/)
  expect(client).toEqual({
    UserPoolId,
    ClientId: client.ClientId,
    ClientName: 'plain',
    CreationDate: expect.any(Number),
    LastModifiedDate: expect.any(Number),
    RefreshTokenValidity: 30,
    TokenValidityUnits: {},
    AllowedOAuthFlowsUserPoolClient: false,
    EnableTokenRevocation: true,
    EnablePropagateAdditionalUserContextData: false,
    AuthSessionValidity: 3,
    ClientType: 'REGULAR',
  })
  expect(await describeClient(client.ClientId)).toEqual(client)
})

test('every member is kept and given back', async () => {
  const { GenerateSecret: _, ...members } = everyClientMember

  const client = await create(everyClientMember)

  expect(client).toMatchObject(members)
  expect(client.ClientSecret).toMatch(/^[0-9a-z]{52}$/)
  expect(await describeClient(client.ClientId)).toEqual(client)
})

describe('a secret', () => {
  test('that is chosen is the client’s', async () => {
    const ClientSecret = 'chosen_secret+0123456789'

    const client = await create({ ClientSecret })

    expect(client.ClientSecret).toBe(ClientSecret)
    expect(await describeClient(client.ClientId)).toMatchObject({ ClientSecret })
  })

  test('is not there unless it is asked for', async () => {
    expect(await create({ GenerateSecret: false })).not.toHaveProperty('ClientSecret')
  })

  test('cannot be both chosen and generated', async () => {
    await expect(create({ GenerateSecret: true, ClientSecret: 'chosen_secret+0123456789' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })
  })

  test('is not in the store in clear', async () => {
    const { ClientId = '', ClientSecret = '' } = await create({ GenerateSecret: true })

    const kept = await here.world.store.clients.secrets(ClientId)

    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(ClientSecret)
  })
})

describe('an id that is asked for by the name', () => {
  test('is given, and the name stays', async () => {
    expect(await create({ ClientName: '_custom_id_:Mine+1' })).toMatchObject({
      ClientId: 'Mine+1',
      ClientName: '_custom_id_:Mine+1',
    })
  })

  test('is refused when it is taken, whatever the pool', async () => {
    const { UserPool } = await here.call('CreateUserPool', { PoolName: 'other' })
    await create({ ClientName: '_custom_id_:taken' })

    for (const pool of [UserPoolId, UserPool?.Id ?? ''])
      await expect(create({ UserPoolId: pool, ClientName: '_custom_id_:taken' })).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: 'User pool client id taken is already taken.',
      })
  })

  test.each(['', 'with space', 'a-b', 'x'.repeat(101)])(
    'is refused when it has not the form of one: %j',
    async (id) => {
      await expect(create({ ClientName: `_custom_id_:${id}` })).rejects.toMatchObject({
        name: 'InvalidParameterException',
      })
    },
  )

  test('by several callers at once is given to one of them', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => create({ ClientName: '_custom_id_:race', GenerateSecret: true })),
    )

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await here.world.store.clients.secrets('race')).toHaveLength(1)
  })

  test('is refused where ids cannot be chosen', async () => {
    await using strict = await testWorld({
      site: { publicUrl: 'http://localhost:9400', issuer: 'cognate', allowPinnedIds: false },
    })
    const { UserPool } = await strict.call('CreateUserPool', { PoolName: 'p' })

    await expect(
      strict.call('CreateUserPoolClient', { UserPoolId: UserPool?.Id ?? '', ClientName: '_custom_id_:mine' }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' })
  })
})

test('many clients made at once are all made', async () => {
  const clients = await Promise.all(Array.from({ length: 20 }, () => create()))

  expect(new Set(clients.map(({ ClientId }) => ClientId)).size).toBe(20)
})
