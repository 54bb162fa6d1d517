import { expect, test } from 'vitest'
import type { SetUserMFAPreferenceRequest } from '@cognate/wire/user-pools.ts'
import { outcomeOf, smsMfa, softwareTokenMfa } from '../../testing/mfa-scene.ts'
import { optionsIn, passkeySignInScene } from '../../testing/passkey-sign-in-scene.ts'
import { refusedWith } from '../../testing/refused-with.ts'

const WebAuthnConfiguration = {
  RelyingPartyId: 'example.com',
  FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
} as const

type Settings = Omit<SetUserMFAPreferenceRequest, 'AccessToken'>

/** Ada has a passkey and a phone, and signs in where MFA is as said. */
async function adaWithPhone(config: Parameters<typeof passkeySignInScene>[0] = {}) {
  const scene = await passkeySignInScene(config)
  const { call, UserPoolId, AccessToken } = scene
  const passkey = await scene.registers()
  await call('AdminUpdateUserAttributes', {
    UserPoolId,
    Username: 'ada',
    UserAttributes: [{ Name: 'phone_number', Value: '+15555550123' }],
  })
  const configureMfa = (MfaConfiguration: 'ON' | 'OPTIONAL') =>
    call('SetUserPoolMfaConfig', {
      UserPoolId,
      MfaConfiguration,
      ...smsMfa,
      ...softwareTokenMfa,
      WebAuthnConfiguration,
    })
  const set = (settings: Settings) => call('SetUserMFAPreference', { AccessToken, ...settings })
  const turnsOn = () => set({ SMSMfaSettings: { Enabled: true }, WebAuthnMfaSettings: { Enabled: true } })
  return { ...scene, passkey, configureMfa, set, turnsOn }
}

test('whoever turned on another second factor does not begin with a passkey [D]', async () => {
  await using scene = await adaWithPhone()
  await scene.configureMfa('OPTIONAL')
  expect((await scene.prefer()).ChallengeName).toBe('WEB_AUTHN')
  await scene.set({ SMSMfaSettings: { Enabled: true } })
  const choice = await scene.prefer()
  expect(choice.AvailableChallenges).toEqual(['PASSWORD', 'PASSWORD_SRP'])
  expect(choice.ChallengeParameters).toEqual({})
})

test.each(['OPTIONAL', 'ON'] as const)('with MFA %s a passkey that is two factors signs in alone [D]', async (mode) => {
  await using scene = await adaWithPhone()
  await scene.configureMfa('OPTIONAL')
  await scene.turnsOn()
  await scene.configureMfa(mode)
  const question = await scene.prefer()
  expect(optionsIn(question)).toMatchObject({ userVerification: 'required' })
  const unverified = scene.passkey.get(optionsIn(question), { userVerified: false })
  expect(await refusedWith(scene.show(question, unverified))).toBe(
    'NotAuthorizedException: Incorrect username or password.',
  )
  expect(outcomeOf(await scene.show(question, scene.passkey.get(optionsIn(question))))).toBe('tokens')
  expect(outcomeOf(await scene.byPassword('ada'))).toBe('SMS_MFA')
})

test('a passkey that was asked for before a second factor was turned on does not sign in', async () => {
  await using scene = await adaWithPhone()
  await scene.configureMfa('OPTIONAL')
  const question = await scene.prefer()
  await scene.set({ SMSMfaSettings: { Enabled: true } })
  expect(await refusedWith(scene.show(question, scene.passkey.get(optionsIn(question))))).toBe(
    'InvalidParameterException: The selected challenge is not available for the user.',
  )
})

test('a passkey that the pool takes for one factor is none of MFA [D]', async () => {
  await using scene = await adaWithPhone()
  await scene.configureMfa('OPTIONAL')
  await scene.turnsOn()
  const { call, UserPoolId } = scene
  await call('SetUserPoolMfaConfig', {
    UserPoolId,
    MfaConfiguration: 'OPTIONAL',
    ...smsMfa,
    WebAuthnConfiguration: { RelyingPartyId: 'example.com', FactorConfiguration: 'SINGLE_FACTOR' },
  })
  expect((await scene.prefer()).AvailableChallenges).toEqual(['PASSWORD', 'PASSWORD_SRP'])
  expect(await refusedWith(scene.set({ WebAuthnMfaSettings: { Enabled: true } }))).toBe(notSetUp)
})

const notSetUp = 'InvalidParameterException: User does not have delivery config set to turn on WEB_AUTHN'

test('a passkey is turned on as two factors by whoever has one, beside another factor [D]', async () => {
  await using scene = await adaWithPhone()
  await scene.configureMfa('OPTIONAL')
  const on: Settings = { WebAuthnMfaSettings: { Enabled: true } }
  expect(await refusedWith(scene.set(on))).toBe(
    'InvalidParameterException: WEB_AUTHN can be turned on beside another MFA factor only.',
  )
  await scene.turnsOn()
  expect((await scene.prefer()).ChallengeName).toBe('WEB_AUTHN')
  await scene.set({ WebAuthnMfaSettings: { Enabled: false } })
  expect((await scene.prefer()).ChallengeName).toBe('SELECT_CHALLENGE')
  await scene.set(on)
  const { AccessToken, call } = scene
  await call('DeleteWebAuthnCredential', { AccessToken, CredentialId: scene.passkey.id })
  expect(await refusedWith(scene.set(on))).toBe(notSetUp)
  await scene.registers()
  expect((await scene.prefer()).ChallengeName).toBe('SELECT_CHALLENGE')
})

test('nobody is asked to be verified where everybody with a passkey is', async () => {
  await using scene = await adaWithPhone()
  await scene.configureMfa('OPTIONAL')
  await scene.turnsOn()
  await scene.configureMfa('ON')
  const asked = await Promise.all(Array.from({ length: 20 }, (_, n) => scene.prefer(`nobody-${n}`)))
  const passkeys = asked.filter(({ ChallengeName }) => ChallengeName === 'WEB_AUTHN')
  expect(new Set(passkeys.map((question) => optionsIn(question).userVerification))).toEqual(new Set(['required']))
})
