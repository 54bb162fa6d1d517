import type { CreateUserPoolRequest, UpdateUserPoolRequest } from '@cognate/wire/user-pools.ts'
import { describe, expect, test } from 'vitest'
import { settingsOfNewPool, settingsOfUpdatedPool } from './pool-settings.ts'
import type { Pool } from './pool.ts'

type Members = Omit<CreateUserPoolRequest, 'PoolName'>

const place = { account: '000000000000', region: 'us-east-1' }
const created = (members: Members) => settingsOfNewPool({ PoolName: 'p', ...members }, place)
const lambda = (name: string) => `arn:aws:lambda:us-east-1:111122223333:function:${name}`
const sms = { SnsCallerArn: 'arn:aws:iam::111122223333:role/sms' }
const eums = { CallerArn: 'arn:aws:iam::111122223333:role/sms' }
const ses = 'arn:aws:ses:us-east-1:111122223333:identity/example.com'
const email = (EmailConfiguration: Members['EmailConfiguration']): Members => ({ EmailConfiguration })
const recovery = (
  ...RecoveryMechanisms: readonly {
    Priority: number
    Name: 'verified_email' | 'verified_phone_number' | 'admin_only'
  }[]
) => ({
  AccountRecoverySetting: { RecoveryMechanisms },
})

const contradictions: readonly [string, Members, string][] = [
  [
    'aliases and username attributes',
    { AliasAttributes: ['email'], UsernameAttributes: ['email'] },
    'Only one of the aliasAttributes or usernameAttributes can be set in a User pool.',
  ],
  [
    'both members for the validity of temporary passwords, even when they agree',
    {
      Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 7 } },
      AdminCreateUserConfig: { UnusedAccountValidityDays: 7 },
    },
    'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
  ],
  [
    'phone numbers to verify and no way to send a text message',
    { AutoVerifiedAttributes: ['phone_number'] },
    'SMS configuration is required when phone_number is selected for auto verification',
  ],
  ...(['ON', 'OPTIONAL'] as const).map((MfaConfiguration): [string, Members, string] => [
    `MFA ${MfaConfiguration} and no way to send a text message`,
    { MfaConfiguration },
    'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
  ]),
  ['an SMS configuration without a role', { SmsConfiguration: {} }, 'SnsCallerArn is required in SmsConfiguration.'],
  [
    'two ways to send text messages',
    { SmsConfiguration: { ...sms, EumsSms: eums } },
    'Provide either SnsCallerArn or EumsSms, but not both.',
  ],
  [
    'text messages sent from another Region',
    { SmsConfiguration: { EumsSms: { ...eums, Region: 'eu-west-1' } } },
    'Invalid EumsSms Region. The Region must be us-east-1',
  ],
  [
    'a verification before update of what is not verified at all',
    {
      AutoVerifiedAttributes: ['email'],
      SmsConfiguration: sms,
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email', 'phone_number'] },
    },
    'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
  ],
  [
    'e-mail by the developer and no identity to send it',
    email({ EmailSendingAccount: 'DEVELOPER' }),
    'Source ARN is required to use DEVELOPER email sending owner',
  ],
  [
    'an e-mail identity that is none',
    email({ SourceArn: lambda('mail') }),
    'Provided SourceArn must be the ARN of an Amazon SES identity.',
  ],
  ['a sender without address', email({ From: 'Example' }), 'Provided From email address is invalid'],
  ['a sender with an empty address', email({ From: 'Example <>' }), 'Provided From email address is invalid'],
  [
    'a sender that would split the header',
    email({ From: 'A\r\nBcc: b@example.com <a@example.com>' }),
    'Provided From email address is invalid',
  ],
  [
    'recovery by an administrator and by e-mail',
    recovery({ Priority: 1, Name: 'admin_only' }, { Priority: 2, Name: 'verified_email' }),
    'Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.',
  ],
  [
    'two ways of recovery with one priority',
    recovery({ Priority: 1, Name: 'verified_phone_number' }, { Priority: 1, Name: 'verified_email' }),
    'Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.',
  ],
  [
    'one way of recovery twice',
    recovery({ Priority: 1, Name: 'verified_email' }, { Priority: 2, Name: 'verified_email' }),
    'Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.',
  ],
  [
    'first factors without the password',
    { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['WEB_AUTHN'] } } },
    'Password should be configured as one of the allowed first auth factors.',
  ],
  [
    'an authenticator as first factor',
    { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'SOFTWARE_TOKEN'] } } },
    'SOFTWARE_TOKEN is not supported as a first auth factor.',
  ],
  ...(['EMAIL_OTP', 'SMS_OTP'] as const).map((factor): [string, Members, string] => [
    `${factor} as first factor where MFA is required`,
    {
      MfaConfiguration: 'ON',
      SmsConfiguration: sms,
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', factor] } },
    },
    'EMAIL_OTP and SMS_OTP cannot be first auth factors when MFA is required.',
  ]),
  [
    'two functions to change tokens',
    {
      LambdaConfig: {
        PreTokenGeneration: lambda('one'),
        PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: lambda('other') },
      },
    },
    "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's",
  ],
  ...(['CustomSMSSender', 'CustomEmailSender'] as const).map((sender): [string, Members, string] => [
    `a ${sender} and no key to encrypt its codes with`,
    { LambdaConfig: { [sender]: { LambdaVersion: 'V1_0', LambdaArn: lambda('send') } } },
    'KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.',
  ]),
  [
    'a key of the customer that is not named',
    { KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY' } },
    'KmsKeyArn is required when KeyType is CUSTOMER_MANAGED_KEY.',
  ],
  [
    'a key of the service that is named',
    { KeyConfiguration: { KeyType: 'AWS_OWNED_KEY', KmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/k' } },
    'KmsKeyArn cannot be set when KeyType is AWS_OWNED_KEY.',
  ],
  [
    'a fifth ACR level',
    { AcrConfiguration: { Level5: { AcrValue: 'urn:x' } } },
    'Level5 is not an ACR level: the levels are Level1, Level2, Level3 and Level4.',
  ],
  [
    'an ACR level named like the default of another',
    { AcrConfiguration: { Level1: { AcrValue: 'urn:cognito:loa:2' } } },
    'Each ACR level must have a name of its own.',
  ],
  [
    'an unknown issuer',
    { UserPoolTags: { 'cognate:issuer': 'mine' } },
    'The tag cognate:issuer must be aws or cognate.',
  ],
  [
    'an unknown way to store passwords',
    { UserPoolTags: { 'cognate:password-storage': 'md5' } },
    'The tag cognate:password-storage must be argon2id.',
  ],
]

describe('settings that contradict each other are refused:', () => {
  test.each(contradictions)('%s', (_name, members, message) => {
    expect(() => created(members)).toThrow(expect.objectContaining({ name: 'InvalidParameterException', message }))
  })
})

describe('settings that go together are accepted:', () => {
  test.each<[string, Members]>([
    ['MFA ON with text messages', { MfaConfiguration: 'ON', SmsConfiguration: sms }],
    [
      'End User Messaging in the pool’s own Region',
      { SmsConfiguration: { EumsSms: { ...eums, Region: 'us-east-1' } } },
    ],
    ['a bare sender address', email({ From: 'no-reply@example.com', SourceArn: ses })],
    ['recovery by an administrator alone', recovery({ Priority: 1, Name: 'admin_only' })],
    [
      'one function to change tokens, named twice',
      {
        LambdaConfig: {
          PreTokenGeneration: lambda('one'),
          PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: lambda('one') },
        },
      },
    ],
    ['Argon2id', { UserPoolTags: { 'cognate:password-storage': 'argon2id' } }],
  ])('%s', (_name, members) => {
    expect(() => created(members)).not.toThrow()
  })
})

describe('the function that changes tokens', () => {
  const config = { LambdaVersion: 'V2_0', LambdaArn: lambda('tokens') } as const

  test('named in the older way is described in the newer way too', () => {
    expect(created({ LambdaConfig: { PreTokenGeneration: lambda('tokens') } }).LambdaConfig).toEqual({
      PreTokenGeneration: lambda('tokens'),
      PreTokenGenerationConfig: { ...config, LambdaVersion: 'V1_0' },
    })
  })

  test('named in the newer way is described in the older way too', () => {
    expect(created({ LambdaConfig: { PreTokenGenerationConfig: config } }).LambdaConfig).toEqual({
      PreTokenGeneration: lambda('tokens'),
      PreTokenGenerationConfig: config,
    })
  })

  test('is exchanged by an update in the newer way alone, which the older way follows [D]', () => {
    const before = poolWith(created({ LambdaConfig: { PreTokenGeneration: lambda('former') } }))
    expect(updated(before, { LambdaConfig: { PreTokenGenerationConfig: config } }).LambdaConfig).toEqual({
      PreTokenGeneration: lambda('tokens'),
      PreTokenGenerationConfig: config,
    })
  })
})

describe('tags', () => {
  test.each([
    ['fifty-one of them', Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`t${n}`, '']))],
    ['a key that AWS reserves', { 'aws:team': 'x' }],
    ['a key that AWS reserves, in capitals', { 'AWS:team': 'x' }],
  ])('are refused: %s', (_name, UserPoolTags) => {
    expect(() => created({ UserPoolTags })).toThrow(expect.objectContaining({ name: 'UserPoolTaggingException' }))
  })
})

describe('a feature that the plan does not have is refused:', () => {
  const features: readonly [string, Members, string][] = [
    [
      'passwordless sign-in',
      { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } },
      'Passwordless Sign-In',
    ],
    [
      'the second version of the token event',
      { LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: lambda('t') } } },
      'Token Customization with Pre-Token Generation Lambda V2_0',
    ],
    ['password history', { Policies: { PasswordPolicy: { PasswordHistorySize: 1 } } }, 'Password History'],
    ['client registration', { DcrConfiguration: {} }, 'Dynamic Client Registration'],
    ['named ACR levels', { AcrConfiguration: { Level1: { AcrValue: 'urn:x' } } }, 'Custom ACR Levels'],
    ['threat protection', { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }, 'Threat Protection'],
    [
      'threat protection of custom sign-ins',
      {
        UserPoolAddOns: {
          AdvancedSecurityMode: 'OFF',
          AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' },
        },
      },
      'Threat Protection',
    ],
  ]

  test.each(features)('%s in LITE', (_name, members, feature) => {
    expect(() => created({ ...members, UserPoolTier: 'LITE' })).toThrow(
      expect.objectContaining({
        name: 'FeatureUnavailableInTierException',
        message: `The following features need to be disabled for the LITE pricing tier configured: ${feature}`,
      }),
    )
  })

  test('threat protection in ESSENTIALS, which is the default', () => {
    expect(() => created({ UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } })).toThrow(
      expect.objectContaining({ name: 'FeatureUnavailableInTierException' }),
    )
  })

  test.each(features)('but %s is accepted in PLUS, and forbids the way back to LITE', (_name, members) => {
    const pool = poolWith(created({ ...members, UserPoolTier: 'PLUS' }))

    expect(() => updated(pool, { ...members, UserPoolTier: 'LITE' })).toThrow(
      expect.objectContaining({ name: 'TierChangeNotAllowedException' }),
    )
  })

  test('a pool without them may use LITE, and may be sent back as it was described', () => {
    const { AcrConfiguration, UserPoolTier } = created({ UserPoolTier: 'LITE' })

    expect(created({ AcrConfiguration, UserPoolTier })).toMatchObject({ AcrConfiguration, UserPoolTier: 'LITE' })
  })
})

describe('how passwords are stored', () => {
  const argon2id = { 'cognate:password-storage': 'argon2id' }

  test('stays what it was when an update brings other tags', () => {
    const pool = poolWith(created({ UserPoolTags: argon2id }))

    expect(updated(pool, { UserPoolTags: { team: 'b' } }).UserPoolTags).toEqual({ ...argon2id, team: 'b' })
  })

  test('cannot be chosen later', () => {
    const pool = poolWith(created({}))

    expect(() => updated(pool, { UserPoolTags: argon2id })).toThrow(
      'The tag cognate:password-storage can only be set when the pool is created.',
    )
  })
})

function poolWith(settings: Pool['settings']): Pool {
  return { id: 'us-east-1_p', ...place, settings, createdAt: 0, modifiedAt: 0, version: 1 }
}

function updated(pool: Pool, members: Omit<UpdateUserPoolRequest, 'UserPoolId'>) {
  return settingsOfUpdatedPool(pool, { UserPoolId: pool.id, ...members })
}
