import type { CreateUserPoolRequest } from '@cognate/wire/user-pools.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestWorld, testWorld } from '../../../testing/world.ts'
import { everyPoolMember } from '../../../testing/every-pool-member.ts'

let here: TestWorld
beforeAll(async () => {
  here = await testWorld()
})
afterAll(() => here[Symbol.asyncDispose]())

const created = async (input: CreateUserPoolRequest) => (await here.call('CreateUserPool', input)).UserPool ?? {}

describe('a pool of which only the name is said', () => {
  test('is described with the defaults of the service', async () => {
    const { Id = '', ...pool } = await created({ PoolName: 'plain' })

    expect(Id).toMatch(/^us-east-1_[0-9A-Za-z]{9}$/)
    expect(pool).toEqual({
      Name: 'plain',
      Arn: `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${Id}`,
      CreationDate: Date.UTC(2026, 0, 1) / 1000,
      LastModifiedDate: Date.UTC(2026, 0, 1) / 1000,
      EstimatedNumberOfUsers: 0,
      Policies: {
        PasswordPolicy: {
          MinimumLength: 8,
          RequireUppercase: true,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 7,
        },
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
      },
      DeletionProtection: 'INACTIVE',
      LambdaConfig: {},
      MfaConfiguration: 'OFF',
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
      VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
      UserPoolTags: {},
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Priority: 1, Name: 'verified_email' },
          { Priority: 2, Name: 'verified_phone_number' },
        ],
      },
      UserPoolTier: 'ESSENTIALS',
      AcrConfiguration: {
        Level1: { AcrValue: 'urn:cognito:loa:1' },
        Level2: { AcrValue: 'urn:cognito:loa:2' },
        Level3: { AcrValue: 'urn:cognito:loa:3' },
        Level4: { AcrValue: 'urn:cognito:loa:4' },
      },
      SchemaAttributes: expect.any(Array),
    })
    expect(pool.SchemaAttributes?.map(({ Name }) => Name)).toEqual(
      'sub name given_name family_name middle_name nickname preferred_username profile picture website email email_verified gender birthdate zoneinfo locale phone_number phone_number_verified address updated_at'.split(
        ' ',
      ),
    )
  })

  test('gets a key for ID tokens and another for access tokens', async () => {
    const { Id = '' } = await created({ PoolName: 'keys' })

    const keys = await here.world.store.signingKeys.list(Id)

    expect(keys.map(({ use }) => use).toSorted()).toEqual(['access', 'id'])
    expect(new Set(keys.map(({ id }) => id)).size).toBe(2)
  })
})

test('every member is kept and given back, by the creation and by the description', async () => {
  const { PoolName, Schema, ...rest } = everyPoolMember

  const pool = await created(everyPoolMember)
  const { UserPool: described } = await here.call('DescribeUserPool', { UserPoolId: pool.Id ?? '' })

  expect(described).toEqual(pool)
  expect(described).toMatchObject({ Name: PoolName, ...rest })
  expect(described?.SchemaAttributes?.slice(-Schema.length + 1)).toEqual([
    {
      Name: 'custom:tenant',
      AttributeDataType: 'String',
      DeveloperOnlyAttribute: false,
      Mutable: false,
      Required: false,
      StringAttributeConstraints: { MinLength: '1', MaxLength: '64' },
    },
    {
      Name: 'custom:age',
      AttributeDataType: 'Number',
      DeveloperOnlyAttribute: false,
      Mutable: true,
      Required: false,
      NumberAttributeConstraints: { MinValue: '0', MaxValue: '150' },
    },
    {
      Name: 'dev:custom:note',
      AttributeDataType: 'String',
      DeveloperOnlyAttribute: true,
      Mutable: true,
      Required: false,
      StringAttributeConstraints: {},
    },
    {
      Name: 'custom:since',
      AttributeDataType: 'DateTime',
      DeveloperOnlyAttribute: false,
      Mutable: true,
      Required: false,
    },
    { Name: 'custom:vip', AttributeDataType: 'Boolean', DeveloperOnlyAttribute: false, Mutable: true, Required: false },
  ])
  expect(described?.SchemaAttributes?.find(({ Name }) => Name === 'email')).toMatchObject({
    Required: true,
    Mutable: false,
    StringAttributeConstraints: { MinLength: '0', MaxLength: '2048' },
  })
})

test('members that the contract does not know are not kept, wherever they are', async () => {
  const known = { PoolName: 'unknown', Policies: { PasswordPolicy: { MinimumLength: 9 } } }
  const input = { ...known, Extra: 1, Policies: { ...known.Policies, PasswordPolicy: { MinimumLength: 9, Extra: 1 } } }

  const { Id = '' } = await created(input)

  expect(JSON.stringify(await here.world.store.pools.find(Id))).not.toContain('Extra')
})

test('the older members of a verification message say the same as its template', async () => {
  const fromOld = await created({
    PoolName: 'old messages',
    EmailVerificationMessage: 'Code {####}',
    EmailVerificationSubject: 'Your code',
    SmsVerificationMessage: 'SMS {####}',
  })
  const fromNew = await created({
    PoolName: 'new messages',
    VerificationMessageTemplate: { EmailMessage: 'Code {####}', EmailSubject: 'Your code', SmsMessage: 'SMS {####}' },
  })

  for (const pool of [fromOld, fromNew])
    expect(pool).toMatchObject({
      EmailVerificationMessage: 'Code {####}',
      EmailVerificationSubject: 'Your code',
      SmsVerificationMessage: 'SMS {####}',
      VerificationMessageTemplate: {
        EmailMessage: 'Code {####}',
        EmailSubject: 'Your code',
        SmsMessage: 'SMS {####}',
        DefaultEmailOption: 'CONFIRM_WITH_CODE',
      },
    })
})

test('a password policy that is given asks for what it names and for nothing else', async () => {
  const { Policies } = await created({ PoolName: 'lax', Policies: { PasswordPolicy: { MinimumLength: 6 } } })

  expect(Policies?.PasswordPolicy).toEqual({
    MinimumLength: 6,
    RequireUppercase: false,
    RequireLowercase: false,
    RequireNumbers: false,
    RequireSymbols: false,
    TemporaryPasswordValidityDays: 7,
  })
})

test('a temporary password that is valid for zero days is valid for seven', async () => {
  const pool = await created({
    PoolName: 'zero',
    Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 0 } },
  })

  expect(pool.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays).toBe(7)
})

test('the older member for the validity of temporary passwords is understood', async () => {
  const pool = await created({ PoolName: 'old days', AdminCreateUserConfig: { UnusedAccountValidityDays: 3 } })

  expect(pool.AdminCreateUserConfig?.UnusedAccountValidityDays).toBe(3)
  expect(pool.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays).toBe(3)
})

describe('an id that is asked for', () => {
  test.each([
    ['the tag cognate:id', { 'cognate:id': 'us-east-1_tagged' }, 'us-east-1_tagged'],
    ['the tag _custom_id_', { _custom_id_: 'us-east-1_Custom1' }, 'us-east-1_Custom1'],
    ['its part after the Region', { 'cognate:id': 'bare' }, 'us-east-1_bare'],
  ])('by %s is given', async (_name, UserPoolTags, id) => {
    expect((await created({ PoolName: 'pinned', UserPoolTags })).Id).toBe(id)
  })

  test('is refused when it is taken, in this account or another', async () => {
    await created({ PoolName: 'first', UserPoolTags: { 'cognate:id': 'taken' } })

    await expect(created({ PoolName: 'second', UserPoolTags: { 'cognate:id': 'taken' } })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'User pool id us-east-1_taken is already taken.',
    })
  })

  test.each(['eu-west-1_other', 'us-east-1_with-dash', 'us-east-1_', 'a_b', `us-east-1_${'a'.repeat(50)}`, ''])(
    'is refused when it has not the form of a pool id here: %j',
    async (id) => {
      await expect(created({ PoolName: 'bad', UserPoolTags: { 'cognate:id': id } })).rejects.toMatchObject({
        name: 'InvalidParameterException',
      })
    },
  )

  test('by several callers at once is given to one of them', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => created({ PoolName: 'race', UserPoolTags: { _custom_id_: 'race' } })),
    )

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('is only a tag where ids cannot be chosen', async () => {
    await using strict = await testWorld({
      site: { publicUrl: 'http://localhost:9400', issuer: 'cognate', allowPinnedIds: false },
    })

    const { UserPool } = await strict.call('CreateUserPool', {
      PoolName: 'unpinned',
      UserPoolTags: { 'cognate:id': 'mine' },
    })

    expect(UserPool?.Id).not.toBe('us-east-1_mine')
    expect(UserPool?.UserPoolTags).toEqual({ 'cognate:id': 'mine' })
  })
})
