import type { CreateUserPoolRequest, SetUserPoolMfaConfigRequest } from '@cognate/wire/user-pools.ts'
import { describe, expect, test } from 'vitest'
import { refusedWith } from '../../../testing/refused-with.ts'
import { testWorld } from '../../../testing/world.ts'

const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::111122223333:role/sms', ExternalId: 'x' }
const SoftwareTokenMfaConfiguration = { Enabled: true }
const EmailMfaConfiguration = { Message: 'Enter {####}', Subject: 'A code' }
const EmailConfiguration = {
  EmailSendingAccount: 'DEVELOPER',
  SourceArn: 'arn:aws:ses:us-east-1:111122223333:identity/example.com',
} as const

async function poolWith(members: Partial<CreateUserPoolRequest> = {}) {
  const here = await testWorld()
  const { UserPool } = await here.call('CreateUserPool', { PoolName: 'p', ...members })
  const UserPoolId = UserPool?.Id ?? ''
  return {
    ...here,
    UserPoolId,
    set: (config: Omit<SetUserPoolMfaConfigRequest, 'UserPoolId'>) =>
      here.call('SetUserPoolMfaConfig', { UserPoolId, ...config }),
    get: () => here.call('GetUserPoolMfaConfig', { UserPoolId }),
  }
}

test('the factors that were set are told, at once and later [O]', async () => {
  await using here = await poolWith({ EmailConfiguration })
  const all = {
    MfaConfiguration: 'OPTIONAL',
    SmsMfaConfiguration: { SmsAuthenticationMessage: 'Code {####}', SmsConfiguration },
    SoftwareTokenMfaConfiguration,
    EmailMfaConfiguration,
    WebAuthnConfiguration: { RelyingPartyId: 'example.com', UserVerification: 'preferred' },
  } as const
  expect(await here.set(all)).toEqual(all)
  expect(await here.get()).toEqual(all)
})

test('a factor that is not named is no longer one; text messages stay what verification uses', async () => {
  await using here = await poolWith({ MfaConfiguration: 'ON', SmsConfiguration })
  const software = { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration } as const
  expect(await here.set(software)).toEqual(software)
  expect(await here.get()).toEqual(software)
  const { UserPool } = await here.call('DescribeUserPool', { UserPoolId: here.UserPoolId })
  expect(UserPool).toMatchObject({ MfaConfiguration: 'ON', SmsConfiguration })
  expect(UserPool).not.toHaveProperty('Mfa')
})

test('what Terraform applies to a pool with authenticators alone reads back the same, and later updates keep it', async () => {
  await using here = await poolWith()
  const { UserPoolId } = here
  await here.set({ MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration })
  await here.call('UpdateUserPool', { UserPoolId, MfaConfiguration: 'OPTIONAL', DeletionProtection: 'INACTIVE' })
  expect(await here.get()).toEqual({ MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration })
})

test.each([{ MfaConfiguration: 'OFF' }, {}] as const)('%j turns MFA off, and its factors with it [O]', async (off) => {
  await using here = await poolWith()
  await here.set({ MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration })
  expect(await here.set(off)).toEqual({ MfaConfiguration: 'OFF' })
})

test('an update of the pool that turns MFA off takes the factors with it, and one that does not name it none [O]', async () => {
  await using here = await poolWith()
  const { UserPoolId } = here
  await here.set({ MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration })
  await here.call('UpdateUserPool', { UserPoolId })
  expect(await here.get()).toEqual({ MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration })
  await here.call('UpdateUserPool', { UserPoolId, MfaConfiguration: 'OFF' })
  expect(await here.get()).toEqual({ MfaConfiguration: 'OFF' })
})

test('passkeys are kept beside MFA that is off, and are no factor of it [O]', async () => {
  await using here = await poolWith()
  const WebAuthnConfiguration = { RelyingPartyId: 'example.com' }
  expect(await here.set({ WebAuthnConfiguration })).toEqual({ MfaConfiguration: 'OFF', WebAuthnConfiguration })
  expect(await refusedWith(here.set({ MfaConfiguration: 'OPTIONAL', WebAuthnConfiguration }))).toContain(
    'Software Token MFA must be enabled.',
  )
  expect((await here.set({ MfaConfiguration: 'OFF' })).WebAuthnConfiguration).toEqual(WebAuthnConfiguration)
})

test('what passkeys are for is set and got, every member of it', async () => {
  await using here = await poolWith()
  const WebAuthnConfiguration = {
    RelyingPartyId: 'localhost',
    UserVerification: 'required',
    FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  } as const
  await here.set({ MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration, WebAuthnConfiguration })
  expect((await here.get()).WebAuthnConfiguration).toEqual(WebAuthnConfiguration)
})

describe('refused is', () => {
  const together =
    "InvalidParameterException: Invalid MFA configuration given, can't turn off MFA and configure an MFA together."
  const nothing =
    'InvalidParameterException: Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.'
  test.each<[string, Omit<SetUserPoolMfaConfigRequest, 'UserPoolId'>, string]>([
    ['a factor of MFA that is off', { MfaConfiguration: 'OFF', SoftwareTokenMfaConfiguration }, together],
    ['a factor where MFA is not named', { SoftwareTokenMfaConfiguration: { Enabled: false } }, together],
    ['required MFA without a factor', { MfaConfiguration: 'ON' }, nothing],
    ['optional MFA without a factor', { MfaConfiguration: 'OPTIONAL' }, nothing],
    [
      'text messages that nobody sends',
      { MfaConfiguration: 'ON', SmsMfaConfiguration: { SmsAuthenticationMessage: 'Code {####}' } },
      'InvalidParameterException: SmsConfiguration is required to configure SMS MFA.',
    ],
    [
      'e-mail where the pool has no sender of its own [D]',
      { MfaConfiguration: 'ON', EmailMfaConfiguration },
      'InvalidParameterException: Email MFA requires an EmailConfiguration whose EmailSendingAccount is DEVELOPER.',
    ],
  ])('%s', async (_, config, refusal) => {
    await using here = await poolWith()
    expect(await refusedWith(here.set(config))).toBe(refusal)
    expect(await here.get()).toEqual({ MfaConfiguration: 'OFF' })
  })

  test('e-mail in a pool of the Lite plan [D]', async () => {
    await using here = await poolWith({ UserPoolTier: 'LITE', EmailConfiguration })
    expect(await refusedWith(here.set({ MfaConfiguration: 'ON', EmailMfaConfiguration }))).toContain(
      'FeatureUnavailableInTierException',
    )
  })

  test('required MFA where codes alone sign in [D]', async () => {
    await using here = await poolWith({
      EmailConfiguration,
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    })
    expect(await refusedWith(here.set({ MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration }))).toContain(
      'EMAIL_OTP and SMS_OTP cannot be first auth factors when MFA is required.',
    )
  })

  test('a pool of somebody else, or none', async () => {
    await using here = await poolWith()
    const missing = here.call('SetUserPoolMfaConfig', { UserPoolId: 'eu-west-1_missing', MfaConfiguration: 'OFF' })
    expect(await refusedWith(missing)).toBe('ResourceNotFoundException: User pool eu-west-1_missing does not exist.')
  })
})

describe('refused of passkeys is', () => {
  test('every setting in a pool of the Lite plan [D]', async () => {
    await using here = await poolWith({ UserPoolTier: 'LITE' })
    expect(await refusedWith(here.set({ WebAuthnConfiguration: { RelyingPartyId: 'example.com' } }))).toBe(
      'FeatureUnavailableInTierException: Passkeys are not available in the LITE pricing tier.',
    )
  })

  test.each([
    'https://example.com',
    'example.com:443',
    'Example.com',
    '127.0.0.1',
    'com',
    '.example.com',
    'exa mple.com',
  ])('the relying party %s [K]', async (RelyingPartyId) => {
    await using here = await poolWith()
    expect(await refusedWith(here.set({ WebAuthnConfiguration: { RelyingPartyId } }))).toBe(
      `InvalidParameterException: ${RelyingPartyId} is not a valid relying party ID.`,
    )
  })
})
