import { afterAll, beforeAll, expect, test } from 'vitest'
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

const create = async (members = {}) => {
  const { UserPoolClient } = await here.call('CreateUserPoolClient', { UserPoolId, ClientName: 'c', ...members })
  return { ...UserPoolClient, ClientId: UserPoolClient?.ClientId ?? '' }
}

test('every member is kept and given back, by the update and by the description', async () => {
  const { GenerateSecret, ...members } = everyClientMember
  const { ClientId } = await create({ GenerateSecret })
  here.clock.advance(60_000)

  const { UserPoolClient: client } = await here.call('UpdateUserPoolClient', { UserPoolId, ClientId, ...members })

  expect(client).toMatchObject(members)
  expect(Number(client?.LastModifiedDate) - Number(client?.CreationDate)).toBe(60)
  expect((await here.call('DescribeUserPoolClient', { UserPoolId, ClientId })).UserPoolClient).toEqual(client)
})

test('a member that is not named returns to its default, but the name and the secret stay', async () => {
  const { ClientId, ClientSecret } = await create(everyClientMember)

  const { UserPoolClient } = await here.call('UpdateUserPoolClient', { UserPoolId, ClientId })

  expect(UserPoolClient).toEqual({
    UserPoolId,
    ClientId,
    ClientSecret,
    ClientName: everyClientMember.ClientName,
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
})

test('a name that would choose an id is refused, unless it did', async () => {
  const { ClientId } = await create({ ClientName: '_custom_id_:named' })
  const update = (ClientName: string) => here.call('UpdateUserPoolClient', { UserPoolId, ClientId, ClientName })

  await expect(update('_custom_id_:other')).rejects.toMatchObject({ name: 'InvalidParameterException' })
  expect((await update('_custom_id_:named')).UserPoolClient?.ClientId).toBe('named')
})

test('what needs a secret is refused for a public client', async () => {
  const { ClientId } = await create()

  await expect(
    here.call('UpdateUserPoolClient', { UserPoolId, ClientId, EnablePropagateAdditionalUserContextData: true }),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
})

test('a client of another pool is not found', async () => {
  const { ClientId } = await create()
  const { UserPool } = await here.call('CreateUserPool', { PoolName: 'other' })
  const elsewhere = { UserPoolId: UserPool?.Id ?? '', ClientId }
  const notFound = {
    name: 'ResourceNotFoundException',
    message: `User pool client ${ClientId} does not exist.`,
  }

  await expect(here.call('DescribeUserPoolClient', elsewhere)).rejects.toMatchObject(notFound)
  await expect(here.call('UpdateUserPoolClient', elsewhere)).rejects.toMatchObject(notFound)
  await expect(here.call('DeleteUserPoolClient', elsewhere)).rejects.toMatchObject(notFound)
  await expect(here.call('AddUserPoolClientSecret', elsewhere)).rejects.toMatchObject(notFound)
  await expect(here.call('ListUserPoolClientSecrets', elsewhere)).rejects.toMatchObject(notFound)
})
