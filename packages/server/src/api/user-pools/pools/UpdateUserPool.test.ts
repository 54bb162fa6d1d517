import type { CreateUserPoolRequest } from '@cognate/wire/user-pools.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyPoolMember } from '../../../testing/every-pool-member.ts'
import { type TestWorld, testWorld } from '../../../testing/world.ts'

let here: TestWorld
beforeAll(async () => {
  here = await testWorld()
})
afterAll(() => here[Symbol.asyncDispose]())

const poolIdOf = async (input: CreateUserPoolRequest) => (await here.call('CreateUserPool', input)).UserPool?.Id ?? ''
const describePool = async (UserPoolId: string) => (await here.call('DescribeUserPool', { UserPoolId })).UserPool ?? {}

test('every member is kept and given back', async () => {
  const {
    Schema: _schema,
    AliasAttributes: _aliases,
    UsernameConfiguration: _case,
    PoolName,
    ...members
  } = everyPoolMember
  const UserPoolId = await poolIdOf({ PoolName: 'before' })
  here.clock.advance(60_000)

  await here.call('UpdateUserPool', { UserPoolId, PoolName, ...members })

  const pool = await describePool(UserPoolId)
  expect(pool).toMatchObject({ Name: PoolName, ...members })
  expect(Number(pool.LastModifiedDate) - Number(pool.CreationDate)).toBe(60)
})

test('a member that is not named returns to its default', async () => {
  const UserPoolId = await poolIdOf({ ...everyPoolMember, AutoVerifiedAttributes: ['email'] })
  const plain = await describePool(await poolIdOf({ PoolName: everyPoolMember.PoolName }))

  await here.call('UpdateUserPool', { UserPoolId })

  const pool = await describePool(UserPoolId)
  const { Policies, LambdaConfig, MfaConfiguration, DeletionProtection, EmailConfiguration } = plain
  const { AccountRecoverySetting, AdminCreateUserConfig, VerificationMessageTemplate, UserPoolTier } = plain
  expect(pool).toMatchObject({
    Policies,
    MfaConfiguration,
    DeletionProtection,
    UserPoolTier,
    AcrConfiguration: plain.AcrConfiguration,
    UserAttributeUpdateSettings: plain.UserAttributeUpdateSettings,
  })
  expect(pool).toEqual({ ...pool, LambdaConfig, EmailConfiguration })
  expect(pool).toEqual({ ...pool, AccountRecoverySetting, AdminCreateUserConfig, VerificationMessageTemplate })
  for (const member of ['AutoVerifiedAttributes', 'SmsConfiguration', 'DeviceConfiguration', 'UserPoolAddOns'])
    expect(pool).not.toHaveProperty(member)
})

test('what no update can touch stays, and so do the tags and the registration of clients', async () => {
  const UserPoolId = await poolIdOf(everyPoolMember)
  const before = await describePool(UserPoolId)

  await here.call('UpdateUserPool', { UserPoolId })

  const { SchemaAttributes, AliasAttributes, UsernameConfiguration, UserPoolTags, DcrConfiguration, Name } = before
  expect(await describePool(UserPoolId)).toMatchObject({
    SchemaAttributes,
    AliasAttributes,
    UsernameConfiguration,
    UserPoolTags,
    DcrConfiguration,
    Name,
  })
})

test('tags that are named replace those that were there', async () => {
  const UserPoolId = await poolIdOf({ PoolName: 'tagged', UserPoolTags: { old: '1' } })

  await here.call('UpdateUserPool', { UserPoolId, UserPoolTags: { new: '2' } })

  expect((await describePool(UserPoolId)).UserPoolTags).toEqual({ new: '2' })
})

test('a refused update changes nothing', async () => {
  const UserPoolId = await poolIdOf({ PoolName: 'steady' })
  const before = await describePool(UserPoolId)

  await expect(
    here.call('UpdateUserPool', { UserPoolId, PoolName: 'changed', MfaConfiguration: 'ON' }),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })

  expect(await describePool(UserPoolId)).toEqual(before)
})

test('several updates at once are all made, one after the other', async () => {
  const UserPoolId = await poolIdOf({ PoolName: 'busy' })
  const names = ['a', 'b', 'c', 'd']

  await Promise.all(
    names.map((Name) =>
      here.call('AddCustomAttributes', { UserPoolId, CustomAttributes: [{ Name, AttributeDataType: 'String' }] }),
    ),
  )

  const { SchemaAttributes = [] } = await describePool(UserPoolId)
  const added = SchemaAttributes.slice(-4).map(({ Name }) => Name)
  expect(new Set(added)).toEqual(new Set(names.map((name) => `custom:${name}`)))
})

test('a pool that does not exist is not found', async () => {
  await expect(here.call('UpdateUserPool', { UserPoolId: 'us-east-1_missing' })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'User pool us-east-1_missing does not exist.',
  })
})
