import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqliteStore } from '../../../store/open-sqlite-store.ts'
import { refusalOf } from '../../../testing/refusal-of.ts'
import { type TestWorld, testWorld } from '../../../testing/world.ts'

let here: TestWorld
let UserPoolId: string
beforeAll(async () => {
  here = await testWorld()
  UserPoolId = (await here.call('CreateUserPool', { PoolName: 'p' })).UserPool?.Id ?? ''
})
afterAll(() => here[Symbol.asyncDispose]())

const chosen = 'chosen_secret+0123456789'
const create = async (GenerateSecret = true) => {
  const input = { UserPoolId, ClientName: 'c', GenerateSecret }
  const { UserPoolClient } = await here.call('CreateUserPoolClient', input)
  return { UserPoolId, ClientId: UserPoolClient?.ClientId ?? '' }
}
const shownSecret = async (client: { UserPoolId: string; ClientId: string }) =>
  (await here.call('DescribeUserPoolClient', client)).UserPoolClient?.ClientSecret
const secretIds = async (client: { UserPoolId: string; ClientId: string }) =>
  (await here.call('ListUserPoolClientSecrets', client)).ClientSecrets?.map(({ ClientSecretId = '' }) => ClientSecretId)

describe('a second secret', () => {
  test('that was made here is shown once, is the newest, and is listed without its value', async () => {
    const client = await create()

    const { ClientSecretDescriptor: secret } = await here.call('AddUserPoolClientSecret', client)

    expect(secret?.ClientSecretId).toMatch(new RegExp(`^${client.ClientId}--\\d+$`))
    expect(secret?.ClientSecretValue).toMatch(/^[0-9a-z]{52}$/)
    expect(await shownSecret(client)).toBe(secret?.ClientSecretValue)
    expect(await here.call('ListUserPoolClientSecrets', client)).toEqual({
      ClientSecrets: [
        { ClientSecretId: expect.any(String), ClientSecretCreateDate: expect.any(Number) },
        { ClientSecretId: secret?.ClientSecretId, ClientSecretCreateDate: secret?.ClientSecretCreateDate },
      ],
    })
  })

  test('that was chosen is not repeated in the answer', async () => {
    const client = await create()

    const { ClientSecretDescriptor } = await here.call('AddUserPoolClientSecret', { ...client, ClientSecret: chosen })

    expect(ClientSecretDescriptor).not.toHaveProperty('ClientSecretValue')
    expect(await shownSecret(client)).toBe(chosen)
  })

  test('is refused for a public client', async () => {
    await expect(here.call('AddUserPoolClientSecret', await create(false))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })
  })

  test('can take the place of the first', async () => {
    const client = await create()
    const [first = ''] = (await secretIds(client)) ?? []
    await here.call('AddUserPoolClientSecret', { ...client, ClientSecret: chosen })

    await here.call('DeleteUserPoolClientSecret', { ...client, ClientSecretId: first })

    expect(await shownSecret(client)).toBe(chosen)
    expect(await secretIds(client)).toHaveLength(1)
  })
})

test('a third secret is refused, also of several that come at once', async () => {
  const client = await create()

  const outcomes = await Promise.allSettled(
    Array.from({ length: 4 }, () => here.call('AddUserPoolClientSecret', client)),
  )

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(here.call('AddUserPoolClientSecret', client)).rejects.toMatchObject({ name: 'LimitExceededException' })
})

describe('[K] a client is not found that is deleted', () => {
  /** What is said where it happens just before, or just after, its secrets are read. */
  async function refusedWhenDeleted(when: 'before' | 'after') {
    const memory = await openSqliteStore({ memory: true })
    const secrets: typeof memory.clients.secrets = async (clientId) => {
      const read = await memory.clients.secrets(clientId)
      await memory.decide(memory.clients.remove(poolId, clientId))
      return when === 'before' ? memory.clients.secrets(clientId) : read
    }
    await using world = await testWorld({ store: { ...memory, clients: { ...memory.clients, secrets } } })
    const poolId = (await world.call('CreateUserPool', { PoolName: 'p' })).UserPool?.Id ?? ''
    const input = { UserPoolId: poolId, ClientName: 'c', GenerateSecret: true }
    const { ClientId = '' } = (await world.call('CreateUserPoolClient', input)).UserPoolClient ?? {}
    return await refusalOf(world.call('AddUserPoolClientSecret', { UserPoolId: poolId, ClientId }))
  }
  test.each(['before', 'after'] as const)('%s its secrets are read', async (when) => {
    expect(await refusedWhenDeleted(when)).toMatch(/^ResourceNotFoundException: User pool client \w+ does not exist/)
  })
})

test('the last secret stays, also when both are deleted at once', async () => {
  const client = await create()
  await here.call('AddUserPoolClientSecret', client)

  await Promise.allSettled(
    ((await secretIds(client)) ?? []).map((ClientSecretId) =>
      here.call('DeleteUserPoolClientSecret', { ...client, ClientSecretId }),
    ),
  )

  const [last = '', ...more] = (await secretIds(client)) ?? []
  expect(last).not.toBe('')
  expect(more).toEqual([])
  await expect(here.call('DeleteUserPoolClientSecret', { ...client, ClientSecretId: last })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  })
})

test('a secret that is not the client’s is not found', async () => {
  const [client, other] = [await create(), await create()]
  await here.call('AddUserPoolClientSecret', client)
  const [ClientSecretId = ''] = (await secretIds(other)) ?? []

  await expect(here.call('DeleteUserPoolClientSecret', { ...client, ClientSecretId })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  })
})

test('a page token is refused, for none was ever given', async () => {
  await expect(
    here.call('ListUserPoolClientSecrets', { ...(await create()), NextToken: 'made-up' }),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
})
