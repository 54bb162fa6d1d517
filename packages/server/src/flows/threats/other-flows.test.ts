import { expect, test } from 'vitest'
import { customAuthScene } from '../../testing/custom-auth-scene.ts'
import { always, deviceScene } from '../../testing/device-scene.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { mfaScene, outcomeOf, smsMfa, softwareTokenMfa } from '../../testing/mfa-scene.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import type { SignInScene } from '../../testing/sign-in-scene.ts'
import { onEveryLevel } from '../../testing/threat-scene.ts'

const blocked = 'NotAuthorizedException: Unable to login because of security reasons.'
const enforced = { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } } as const
const onlyCustom = {
  UserPoolTier: 'PLUS',
  UserPoolAddOns: {
    AdvancedSecurityMode: 'AUDIT',
    AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'ENFORCED' },
  },
} as const

type Action = Parameters<typeof onEveryLevel>[0]
const configure = ({ call, UserPoolId }: Pick<SignInScene, 'call' | 'UserPoolId'>, action: Action) =>
  call('SetRiskConfiguration', { UserPoolId, AccountTakeoverRiskConfiguration: { Actions: onEveryLevel(action) } })

/** What Amazon's library says of the device that an app runs on. */
function onDevice(DeviceId: string) {
  const payload = JSON.stringify({ contextData: { DeviceId, DeviceName: `Phone ${DeviceId}` } })
  return { UserContextData: { EncodedData: Buffer.from(JSON.stringify({ payload })).toString('base64') } }
}

async function customScene(action: Action) {
  const scene = await customAuthScene({ pool: onlyCustom })
  const { call, UserPoolId, ClientId, clock } = scene
  await configure(scene, action)
  await call('SetUserPoolMfaConfig', { UserPoolId, MfaConfiguration: 'OPTIONAL', ...smsMfa })
  await scene.newUser('ada', { attributes: { phone_number: '+15555550100' } })
  const signsIn = async (device: string) => {
    clock.advance(1000)
    const AuthParameters = { USERNAME: 'ada' }
    const { Session } = await call('InitiateAuth', {
      ...onDevice(device),
      ClientId,
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters,
    })
    const ChallengeResponses = { USERNAME: 'ada', ANSWER: '42' }
    const ChallengeName = 'CUSTOM_CHALLENGE'
    return call('RespondToAuthChallenge', {
      ...onDevice(device),
      ClientId,
      ChallengeName,
      Session,
      ChallengeResponses,
    })
  }
  const events = async () => (await call('AdminListUserAuthEvents', { UserPoolId, Username: 'ada' })).AuthEvents
  return { ...scene, signsIn, events }
}

test('custom sign-ins are watched as CustomAuthMode says, the others as AdvancedSecurityMode does [D]', async () => {
  await using scene = await customScene('BLOCK')
  expect(outcomeOf(await scene.signsIn('one'))).toBe('tokens')
  expect(outcomeOf(await scene.signsIn('one'))).toBe('tokens')
  expect(await refusedWith(scene.signsIn('other'))).toBe(blocked)
  expect((await scene.events())?.[0]).toMatchObject({
    EventType: 'SignIn',
    EventResponse: 'Fail',
    EventRisk: { RiskDecision: 'Block', RiskLevel: 'Low' },
    EventContextData: { DeviceName: 'Phone other' },
  })
  expect(outcomeOf(await scene.bySrp('ada'))).toBe('tokens')
})

test.each([
  ['MFA_REQUIRED', blocked],
  ['MFA_IF_CONFIGURED', 'tokens'],
] as const)('a custom sign-in asks what its functions want: %s → %s [K]', async (action, outcome) => {
  await using scene = await customScene(action)
  await scene.signsIn('one')
  const entry = scene.signsIn('other')
  expect(await entry.then(outcomeOf, () => refusedWith(entry))).toBe(outcome)
})

test('a custom sign-in is an event from its beginning on', async () => {
  await using scene = await customScene('BLOCK')
  await scene.start('ada')
  expect((await scene.events())?.[0]).toMatchObject({ EventResponse: 'InProgress', ChallengeResponses: [] })
})

test('a remembered device is known by its key, and then proves itself', async () => {
  await using scene = await deviceScene(always, { pool: enforced })
  const { call, ClientId, confirms, proves, clock } = scene
  await configure(scene, 'BLOCK')
  await scene.newUser('ada')
  const signsIn = (app: string, more: Readonly<Record<string, string>> = {}) => {
    clock.advance(1000)
    const AuthParameters = { USERNAME: 'ada', PASSWORD: goodPassword, ...more }
    return call('InitiateAuth', { ...onDevice(app), ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
  }
  const { device } = await confirms(await signsIn('one'))
  expect(await refusedWith(signsIn('reinstalled'))).toBe(blocked)
  const asked = await signsIn('reinstalled', { DEVICE_KEY: device.key })
  expect(asked.ChallengeName).toBe('DEVICE_SRP_AUTH')
  expect(outcomeOf(await proves(asked, device))).toBe('tokens')
})

test('who is on the way in goes on when others are tried from their address', async () => {
  const config = { MfaConfiguration: 'OPTIONAL', ...softwareTokenMfa } as const
  await using scene = await mfaScene(config, { pool: enforced })
  const { byPassword, respond, shown } = scene
  const { secret } = await scene.adaWithToken()
  await configure(scene, 'BLOCK')
  const { Session } = await byPassword('ada')
  for (let at = 0; at < 10; at += 1) {
    await scene.newUser(`user-${at}`)
    await refusedWith(byPassword(`user-${at}`, 'Wrong-password-1'))
  }
  const answered = await respond('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE: shown(secret) })
  expect(outcomeOf(answered)).toBe('tokens')
  expect(await refusedWith(byPassword('ada'))).toBe(blocked)
})

test('a proof that comes twice is no failure of its user', async () => {
  const config = { MfaConfiguration: 'OPTIONAL', ...softwareTokenMfa } as const
  await using scene = await mfaScene(config, { pool: enforced })
  await scene.adaWithToken()
  scene.clock.advance(1000)
  const proof = await scene.startSrp('ada')
  expect((await scene.proveSrp(proof)).ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  expect(await refusedWith(scene.proveSrp(proof))).toMatch(/session can only be used once/)
  const { UserPoolId } = scene
  const { AuthEvents } = await scene.call('AdminListUserAuthEvents', { UserPoolId, Username: 'ada' })
  expect(AuthEvents?.[0]?.EventResponse).toBe('InProgress')
})
