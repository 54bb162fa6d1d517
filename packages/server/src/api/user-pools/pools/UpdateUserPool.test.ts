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

test('a member that is not named returns to its default [D]', async () => {
  const { SmsConfiguration, ...members } = everyPoolMember
  const UserPoolId = await poolIdOf({ ...members, SmsConfiguration, AutoVerifiedAttributes: ['email'] })
  const plain = await describePool(await poolIdOf({ PoolName: everyPoolMember.PoolName }))

  await here.call('UpdateUserPool', { UserPoolId, SmsConfiguration })

  const pool = await describePool(UserPoolId)
  const { LambdaConfig, EmailConfiguration, AcrConfiguration, UserAttributeUpdateSettings } = plain
  const AdminCreateUserConfig = { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 2 }
  expect(pool).toEqual({ ...pool, LambdaConfig, EmailConfiguration, AcrConfiguration, UserAttributeUpdateSettings })
  expect(pool).toEqual({ ...pool, AdminCreateUserConfig })
  for (const member of ['AutoVerifiedAttributes', 'DeviceConfiguration', 'UserPoolAddOns', 'SmsAuthenticationMessage'])
    expect(pool).not.toHaveProperty(member)
})

test('six members are kept although they are not named [O]', async () => {
  const { SmsConfiguration } = everyPoolMember
  const UserPoolId = await poolIdOf(everyPoolMember)
  const { Policies, VerificationMessageTemplate, AccountRecoverySetting } = await describePool(UserPoolId)

  await here.call('UpdateUserPool', { UserPoolId, SmsConfiguration })

  expect(await describePool(UserPoolId)).toMatchObject({
    Policies,
    VerificationMessageTemplate,
    AccountRecoverySetting,
    DeletionProtection: 'ACTIVE',
    MfaConfiguration: 'OPTIONAL',
    UserPoolTier: 'PLUS',
    EmailVerificationSubject: 'A code',
  })
})

test('each half of the policies is kept by itself [O]', async () => {
  const PasswordPolicy = { MinimumLength: 10, RequireSymbols: true }
  const SignInPolicy = { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } as const
  const UserPoolId = await poolIdOf({ PoolName: 'p', Policies: { PasswordPolicy, SignInPolicy } })

  await here.call('UpdateUserPool', { UserPoolId, Policies: { PasswordPolicy: { MinimumLength: 12 } } })
  await here.call('UpdateUserPool', { UserPoolId, Policies: { SignInPolicy } })

  const { Policies } = await describePool(UserPoolId)
  expect(Policies).toMatchObject({ PasswordPolicy: { MinimumLength: 12, RequireSymbols: false }, SignInPolicy })
})

test('what the older members say overrules what is kept in the newer ones', async () => {
  const UserPoolId = await poolIdOf({ ...everyPoolMember, MfaConfiguration: 'OFF', UserPoolAddOns: undefined })
  const AdminCreateUserConfig = { UnusedAccountValidityDays: 30 }

  await here.call('UpdateUserPool', { UserPoolId, EmailVerificationSubject: 'Another', AdminCreateUserConfig })

  expect(await describePool(UserPoolId)).toMatchObject({
    EmailVerificationSubject: 'Another',
    VerificationMessageTemplate: { ...everyPoolMember.VerificationMessageTemplate, EmailSubject: 'Another' },
    Policies: { PasswordPolicy: { MinimumLength: 12, TemporaryPasswordValidityDays: 30 } },
    AdminCreateUserConfig: { UnusedAccountValidityDays: 30 },
  })
})

test('what no update can touch stays, and so do the tags and the registration of clients', async () => {
  const UserPoolId = await poolIdOf(everyPoolMember)
  const before = await describePool(UserPoolId)

  await here.call('UpdateUserPool', { UserPoolId, SmsConfiguration: everyPoolMember.SmsConfiguration })

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
