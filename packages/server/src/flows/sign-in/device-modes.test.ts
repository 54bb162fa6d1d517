import type { ChallengeNameType } from '@cognate/wire/user-pools.ts'
import { expect, test } from 'vitest'
import { adaWithDevice, deviceKeyOf, unknownDevice } from '../../testing/ada-with-device.ts'
import { always, deviceScene, whenAsked } from '../../testing/device-scene.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { outcomeOf, softwareTokenMfa } from '../../testing/mfa-scene.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { secretHash } from '../../testing/sign-in-scene.ts'
import { srpClient } from '../../testing/srp-client.ts'

test('the second factor is asked for first, then the device has to prove itself [D]', async () => {
  await using ada = await adaWithDevice({ ...always, ChallengeRequiredOnNewDevice: false })
  const { ChallengeName, Session } = await ada.byPasswordOn(ada.device.key)
  expect(ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  const question = await ada.byCode(Session)
  expect(question.ChallengeName).toBe('DEVICE_SRP_AUTH')
  expect(outcomeOf(await ada.proves(question, ada.device))).toBe('tokens')
})

test('a device that is forgotten after the code does not hold up the sign-in', async () => {
  await using ada = await adaWithDevice({ ...always, ChallengeRequiredOnNewDevice: false })
  const { Session } = await ada.byPasswordOn(ada.device.key)
  await ada.forget()
  expect(outcomeOf(await ada.byCode(Session))).toBe('tokens')
})

test('where devices are not tracked there are none, whatever the client says [D]', async () => {
  await using scene = await deviceScene('off')
  await scene.newUser('ada')
  const { AuthenticationResult } = await scene.byPasswordOn(unknownDevice)
  expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
  expect(deviceKeyOf(AuthenticationResult?.AccessToken)).toBeUndefined()
})

test('who has no second factor proves a remembered device all the same [K]', async () => {
  await using scene = await deviceScene(always)
  await scene.newUser('ada')
  const { device: own } = await scene.confirms(await scene.byPassword('ada'))
  const question = await scene.byPasswordOn(own.key)
  expect(question.ChallengeName).toBe('DEVICE_SRP_AUTH')
  expect(outcomeOf(await scene.proves(question, own))).toBe('tokens')
})

test('where users are asked, a device counts as remembered only when they said so [D]', async () => {
  await using scene = await deviceScene(whenAsked)
  await scene.newUser('ada')
  const { device: own, answer, AccessToken } = await scene.confirms(await scene.byPassword('ada'))
  expect(answer).toEqual({ UserConfirmationNecessary: true })
  expect(outcomeOf(await scene.byPasswordOn(own.key))).toBe('tokens')
  await scene.call('UpdateDeviceStatus', { AccessToken, DeviceKey: own.key, DeviceRememberedStatus: 'remembered' })
  expect(outcomeOf(await scene.byPasswordOn(own.key))).toBe('DEVICE_SRP_AUTH')
})

test('an administrator signs a person in on a device, through a client with a secret [D]', async () => {
  await using ada = await adaWithDevice()
  const { UserPoolId, call, device } = ada
  const made = await ada.newClient({ GenerateSecret: true, ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] })
  const SECRET_HASH = secretHash('ada', made)
  const common = { UserPoolId, ClientId: made.ClientId }
  const respond = (ChallengeName: ChallengeNameType, Session: string | undefined, answers: Record<string, string>) =>
    call('AdminRespondToAuthChallenge', {
      ...common,
      ChallengeName,
      Session,
      ChallengeResponses: { ...answers, USERNAME: 'ada', DEVICE_KEY: device.key, SECRET_HASH },
    })
  const question = await call('AdminInitiateAuth', {
    ...common,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'ada', PASSWORD: goodPassword, DEVICE_KEY: device.key, SECRET_HASH },
  })
  expect(question.ChallengeName).toBe('DEVICE_SRP_AUTH')
  const srp = srpClient(device.groupKey)
  const asked = await respond('DEVICE_SRP_AUTH', question.Session, { SRP_A: srp.SRP_A })
  const parameters = { ...asked.ChallengeParameters, USER_ID_FOR_SRP: device.key }
  const proof = srp.answer(parameters, device.secret, ada.clock.now())
  expect(outcomeOf(await respond('DEVICE_PASSWORD_VERIFIER', undefined, proof))).toBe('tokens')
})

test('the longest names fit into the session of a set-up together with a device', async () => {
  await using scene = await deviceScene()
  const name = '語'.repeat(128)
  await scene.newUser(name)
  const { device } = await scene.confirms(await scene.byPassword(name))
  await scene.configure({ MfaConfiguration: 'ON', ...softwareTokenMfa })
  const { ChallengeName, Session = '' } = await scene.byPasswordOn(device.key, name)
  expect(ChallengeName).toBe('MFA_SETUP')
  const associated = await scene.call('AssociateSoftwareToken', { Session })
  const verified = await scene.call('VerifySoftwareToken', {
    Session: associated.Session,
    UserCode: scene.shown(associated.SecretCode ?? ''),
    FriendlyDeviceName: '語'.repeat(42),
  })
  const last = await scene.respond('MFA_SETUP', verified.Session, { USERNAME: name })
  expect(last.ChallengeName).toBe('DEVICE_SRP_AUTH')
})

test('a name that does not fit into the longest session of a set-up is refused, and the code stays good', async () => {
  await using scene = await deviceScene(always, { pool: { UserPoolTags: { 'cognate:id': 'x'.repeat(45) } } })
  const { ClientId } = await scene.newClient({ ClientName: `_custom_id_:${'c'.repeat(100)}` })
  const USERNAME = '語'.repeat(128)
  await scene.newUser(USERNAME)
  const { device } = await scene.confirms(await scene.byPassword(USERNAME))
  await scene.configure({ MfaConfiguration: 'ON', ...softwareTokenMfa })
  const AuthParameters = { USERNAME, PASSWORD: goodPassword, DEVICE_KEY: device.key }
  const begun = await scene.call('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
  const { Session, SecretCode = '' } = await scene.call('AssociateSoftwareToken', { Session: begun.Session })
  const verify = (FriendlyDeviceName: string) =>
    refusedWith(scene.call('VerifySoftwareToken', { Session, UserCode: scene.shown(SecretCode), FriendlyDeviceName }))
  expect(await verify('語'.repeat(42))).toBe(
    'InvalidParameterException: FriendlyDeviceName must have length less than or equal to 128',
  )
  expect(await verify('phone')).toBe('not refused')
})
