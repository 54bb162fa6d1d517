import type { SetUserMFAPreferenceRequest } from '@cognate/wire/user-pools.ts'
import { describe, expect, test } from 'vitest'
import { everyFactor, mfaScene, smsMfa } from '../../../testing/mfa-scene.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { tokensOf } from '../../../testing/sign-in-scene.ts'

type Settings = Omit<SetUserMFAPreferenceRequest, 'AccessToken'>

const sms: Settings = { SMSMfaSettings: { Enabled: true } }
const email: Settings = { EmailMfaSettings: { Enabled: true } }
const token: Settings = { SoftwareTokenMfaSettings: { Enabled: true } }

/** Ada has a phone and an e-mail address; who sets is the user or an administrator. */
async function adaSetBy(who: 'user' | 'operator', MfaConfiguration: 'ON' | 'OPTIONAL' = 'OPTIONAL') {
  const scene = await mfaScene({ MfaConfiguration: 'OPTIONAL', ...everyFactor })
  await scene.newUser('ada', { attributes: { phone_number: '+15555550123', email: 'ada@example.com' } })
  const { AccessToken } = tokensOf(await scene.byPassword('ada'))
  await scene.configure({ MfaConfiguration, ...everyFactor })
  const { UserPoolId, call } = scene
  const set = (settings: Settings) =>
    who === 'user'
      ? call('SetUserMFAPreference', { AccessToken, ...settings })
      : call('AdminSetUserMFAPreference', { UserPoolId, Username: 'ada', ...settings })
  const shown = async () => {
    const own = await call('GetUser', { AccessToken })
    const seen = await call('AdminGetUser', { UserPoolId, Username: 'ada' })
    expect([own.UserMFASettingList, own.PreferredMfaSetting]).toEqual([
      seen.UserMFASettingList,
      seen.PreferredMfaSetting,
    ])
    return { list: own.UserMFASettingList, preferred: own.PreferredMfaSetting }
  }
  return { ...scene, AccessToken, set, shown }
}

describe.each(['user', 'operator'] as const)('set by the %s', (who) => {
  test('factors are turned on and off one by one; what is not named stays', async () => {
    await using scene = await adaSetBy(who)
    expect(await scene.shown()).toEqual({ list: undefined, preferred: undefined })
    expect(await scene.set(email)).toEqual({})
    await scene.set(sms)
    expect(await scene.shown()).toEqual({ list: ['SMS_MFA', 'EMAIL_OTP'], preferred: undefined })
    await scene.set({})
    await scene.set({ EmailMfaSettings: { Enabled: false } })
    expect(await scene.shown()).toEqual({ list: ['SMS_MFA'], preferred: undefined })
    await scene.set({ SMSMfaSettings: { Enabled: false } })
    expect(await scene.shown()).toEqual({ list: undefined, preferred: undefined })
  })

  test('one is preferred, the newest; it stops with being turned off or no longer preferred', async () => {
    await using scene = await adaSetBy(who)
    await scene.set({ ...sms, EmailMfaSettings: { Enabled: true, PreferredMfa: true } })
    expect((await scene.shown()).preferred).toBe('EMAIL_OTP')
    await scene.set({ SMSMfaSettings: { PreferredMfa: true } })
    expect((await scene.shown()).preferred).toBe('SMS_MFA')
    await scene.set({ SMSMfaSettings: { PreferredMfa: false } })
    expect(await scene.shown()).toEqual({ list: ['SMS_MFA', 'EMAIL_OTP'], preferred: undefined })
    await scene.set({ EmailMfaSettings: { PreferredMfa: true } })
    await scene.set({ EmailMfaSettings: { Enabled: false } })
    expect(await scene.shown()).toEqual({ list: ['SMS_MFA'], preferred: undefined })
  })
})

describe.each(['user', 'operator'] as const)('refused to the %s', (who) => {
  test.each<[string, Settings, string]>([
    [
      'an authenticator that was not verified [O]',
      token,
      'User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA',
    ],
    [
      'a passkey that nobody has',
      { WebAuthnMfaSettings: { Enabled: true } },
      'User does not have delivery config set to turn on WEB_AUTHN',
    ],
    [
      'two preferences',
      {
        SMSMfaSettings: { Enabled: true, PreferredMfa: true },
        EmailMfaSettings: { Enabled: true, PreferredMfa: true },
      },
      'Only one MFA factor can be preferred.',
    ],
    [
      'a preference for what is off',
      { SMSMfaSettings: { PreferredMfa: true } },
      'SMS_MFA cannot be preferred, since it is not enabled.',
    ],
  ])('is %s', async (_, settings, sentence) => {
    await using scene = await adaSetBy(who)
    expect(await refusedWith(scene.set(settings))).toBe(`InvalidParameterException: ${sentence}`)
    expect((await scene.shown()).list).toBeUndefined()
  })

  test('where MFA is required the last factor is not turned off, and another can be chosen [D]', async () => {
    await using scene = await adaSetBy(who, 'ON')
    await scene.set({ SMSMfaSettings: { Enabled: true, PreferredMfa: true } })
    expect(await refusedWith(scene.set({ SMSMfaSettings: { Enabled: false } }))).toBe(
      'InvalidParameterException: MFA cannot be turned off for a user where the user pool requires it.',
    )
    await scene.set({ SMSMfaSettings: { Enabled: false }, EmailMfaSettings: { Enabled: true, PreferredMfa: true } })
    expect(await scene.shown()).toEqual({ list: ['EMAIL_OTP'], preferred: 'EMAIL_OTP' })
  })
})

test('a factor that the pool does not have, or the user no address for, is not turned on', async () => {
  await using scene = await mfaScene({ MfaConfiguration: 'OPTIONAL', ...smsMfa })
  await scene.newUser('ada', { attributes: { email: 'ada@example.com' } })
  for (const [settings, factor] of [
    [sms, 'SMS_MFA'],
    [email, 'EMAIL_OTP'],
  ] as const)
    expect(await refusedWith(scene.prefer({ ...(settings as Parameters<typeof scene.prefer>[0]) }))).toBe(
      `InvalidParameterException: User does not have delivery config set to turn on ${factor}`,
    )
})

test('the older operations turn text messages on and off, and nothing else', async () => {
  await using scene = await adaSetBy('user')
  const { AccessToken, UserPoolId, call } = scene
  const MFAOptions = [{ DeliveryMedium: 'SMS', AttributeName: 'phone_number' }] as const
  const ways = [
    (options: typeof MFAOptions | readonly []) => call('SetUserSettings', { AccessToken, MFAOptions: options }),
    (options: typeof MFAOptions | readonly []) =>
      call('AdminSetUserSettings', { UserPoolId, Username: 'ada', MFAOptions: options }),
  ]
  for (const way of ways) {
    expect(await way(MFAOptions)).toEqual({})
    expect(await call('GetUser', { AccessToken })).toMatchObject({ MFAOptions, UserMFASettingList: ['SMS_MFA'] })
    expect((await call('ListUsers', { UserPoolId })).Users?.[0]?.MFAOptions).toEqual(MFAOptions)
    expect(await way([])).toEqual({})
    expect(await call('GetUser', { AccessToken })).not.toHaveProperty('MFAOptions')
  }
  const unfit = [{ DeliveryMedium: 'EMAIL', AttributeName: 'email' }] as const
  for (const refused of [
    call('SetUserSettings', { AccessToken, MFAOptions: unfit }),
    call('AdminSetUserSettings', { UserPoolId, Username: 'ada', MFAOptions: unfit }),
  ])
    expect(await refusedWith(refused)).toBe(
      'InvalidParameterException: MFAOptions can only have the delivery medium SMS and the attribute phone_number.',
    )
})

test('administrators set nothing for nobody, for whoever is unconfirmed, or in a pool of another region', async () => {
  await using scene = await mfaScene({ MfaConfiguration: 'OPTIONAL', ...smsMfa })
  const { UserPoolId, call } = scene
  await scene.newUser('new', { status: 'UNCONFIRMED' })
  expect(await refusedWith(call('AdminSetUserMFAPreference', { UserPoolId, Username: 'new' }))).toBe(
    'UserNotConfirmedException: User is not confirmed.',
  )
  const all = (at: { UserPoolId: string; Username: string }) => [
    call('AdminSetUserMFAPreference', at),
    call('AdminSetUserSettings', { ...at, MFAOptions: [] }),
    call('AdminGetUserAuthFactors', at),
    call('AdminDeleteSoftwareToken', at),
  ]
  for (const answer of all({ UserPoolId, Username: 'nobody' }))
    expect(await refusedWith(answer)).toBe('UserNotFoundException: User does not exist.')
  for (const answer of all({ UserPoolId: 'eu-west-1_none', Username: 'new' }))
    expect(await refusedWith(answer)).toBe('ResourceNotFoundException: User pool eu-west-1_none does not exist.')
})

test('what a user can sign in with is told to them and to administrators', async () => {
  await using scene = await mfaScene(
    { MfaConfiguration: 'OPTIONAL', ...everyFactor },
    { pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } } },
  )
  const { UserPoolId, call } = scene
  const attributes = {
    email: 'ada@example.com',
    email_verified: 'true',
    phone_number: '+15555550123',
    phone_number_verified: 'true',
  }
  await scene.newUser('ada', { attributes })
  const { AccessToken } = tokensOf(await scene.byPassword('ada'))
  expect(await call('GetUserAuthFactors', { AccessToken })).toEqual({
    Username: 'ada',
    ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP'],
  })
  await scene.registers(AccessToken)
  await scene.prefer({ SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } })
  const all = {
    Username: 'ada',
    PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SOFTWARE_TOKEN'],
  }
  expect(await call('GetUserAuthFactors', { AccessToken })).toEqual(all)
  expect(await call('AdminGetUserAuthFactors', { UserPoolId, Username: 'ada' })).toEqual(all)
})

test('a password is not recovered by an address that sign-in codes go to [D]', async () => {
  await using scene = await mfaScene({ MfaConfiguration: 'OPTIONAL', ...everyFactor })
  const { ClientId, call } = scene
  const attributes = {
    email: 'ada@example.com',
    email_verified: 'true',
    phone_number: '+15555550123',
    phone_number_verified: 'true',
  }
  await scene.newUser('ada', { attributes })
  const medium = async () =>
    (await call('ForgotPassword', { ClientId, Username: 'ada' })).CodeDeliveryDetails?.DeliveryMedium
  expect(await medium()).toBe('EMAIL')
  await scene.prefer({ EmailMfaSettings: { Enabled: true } })
  expect(await medium()).toBe('SMS')
  await scene.prefer({ SMSMfaSettings: { Enabled: true } })
  expect(await refusedWith(medium())).toContain('InvalidParameterException: Cannot reset password for the user')
  await scene.configure({ MfaConfiguration: 'OFF' })
  expect(await medium()).toBe('EMAIL')
})

test('a code that was sent to an address before sign-in codes went there recovers no password', async () => {
  await using scene = await mfaScene({ MfaConfiguration: 'OPTIONAL', ...everyFactor })
  const { ClientId, call } = scene
  await scene.newUser('ada', { attributes: { email: 'ada@example.com', email_verified: 'true' } })
  await call('ForgotPassword', { ClientId, Username: 'ada' })
  const ConfirmationCode = await scene.codeTo('ada@example.com')
  const confirm = () =>
    call('ConfirmForgotPassword', { ClientId, Username: 'ada', ConfirmationCode, Password: 'Brand-new-horse-2' })
  await scene.prefer({ EmailMfaSettings: { Enabled: true } })
  expect(await refusedWith(confirm())).toContain('ExpiredCodeException')
  await scene.prefer({ EmailMfaSettings: { Enabled: false } })
  await confirm()
})
