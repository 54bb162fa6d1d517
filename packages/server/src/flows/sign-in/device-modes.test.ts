import { expect, test } from 'vitest'
import { adaWithDevice, deviceKeyOf, unknownDevice } from '../../testing/ada-with-device.ts'
import { always, deviceScene, whenAsked } from '../../testing/device-scene.ts'
import { outcomeOf } from '../../testing/mfa-scene.ts'

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
