import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  adaWithDevice,
  type AdaWithDevice,
  deviceKeyOf,
  noSuchDevice,
  unknownDevice,
} from '../../../testing/ada-with-device.ts'
import { outcomeOf } from '../../../testing/mfa-scene.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

let ada: AdaWithDevice
beforeEach(async () => {
  ada = await adaWithDevice()
})
afterEach(() => ada[Symbol.asyncDispose]())

test('one that proves itself stands in for the second factor, and its tokens name it [D]', async () => {
  const question = await ada.byPasswordOn(ada.device.key)
  expect(question).toMatchObject({
    ChallengeName: 'DEVICE_SRP_AUTH',
    ChallengeParameters: { DEVICE_KEY: ada.device.key, USERNAME: 'ada' },
  })
  const { AuthenticationResult } = await ada.proves(question, ada.device)
  expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
  expect(deviceKeyOf(AuthenticationResult?.AccessToken)).toBe(ada.device.key)
})

test('SRP leads to the device as a password does [D]', async () => {
  const proof = await ada.startSrp('ada')
  const ChallengeResponses = { ...proof.ChallengeResponses, DEVICE_KEY: ada.device.key }
  const question = await ada.proveSrp({ ...proof, ChallengeResponses })
  expect(question.ChallengeName).toBe('DEVICE_SRP_AUTH')
  expect(outcomeOf(await ada.proves(question, ada.device))).toBe('tokens')
})

test('without a device the second factor is asked for, and new tokens come with a new device [D]', async () => {
  const { ChallengeName, Session } = await ada.byPassword('ada')
  expect(ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  const { AuthenticationResult } = await ada.byCode(Session)
  const key = AuthenticationResult?.NewDeviceMetadata?.DeviceKey ?? ''
  expect(key).toMatch(/^us-east-1_[0-9a-f-]{36}$/)
  expect(key).not.toBe(ada.device.key)
  expect(AuthenticationResult?.NewDeviceMetadata?.DeviceGroupKey).toBe(ada.device.groupKey)
  expect(deviceKeyOf(AuthenticationResult?.AccessToken)).toBe(key)
})

test('a device may come along with the code as well [D]', async () => {
  const { Session } = await ada.byPassword('ada')
  const question = await ada.byCode(Session, { DEVICE_KEY: ada.device.key })
  expect(outcomeOf(await ada.proves(question, ada.device))).toBe('tokens')
})

test('one that is not remembered stands in for nothing, but its tokens name it [D]', async () => {
  await ada.setStatus('not_remembered')
  const { ChallengeName, Session } = await ada.byPasswordOn(ada.device.key)
  expect(ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  const { AuthenticationResult } = await ada.byCode(Session)
  expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
  expect(deviceKeyOf(AuthenticationResult?.AccessToken)).toBe(ada.device.key)
})

test('an unknown device is told only after the right password, and the answer can be given again [O]', async () => {
  expect(await refusedWith(ada.byPasswordOn(unknownDevice, 'ada', 'Wrong-horse-1'))).toBe(
    'NotAuthorizedException: Incorrect username or password.',
  )
  const proof = await ada.startSrp('ada')
  const ChallengeResponses = { ...proof.ChallengeResponses, DEVICE_KEY: unknownDevice }
  expect(await refusedWith(ada.proveSrp({ ...proof, ChallengeResponses }))).toBe(noSuchDevice)
  expect(outcomeOf(await ada.proveSrp(proof))).toBe('SOFTWARE_TOKEN_MFA')
})

test.each([unknownDevice, 'x'.repeat(5000), 'nonsense', ''])(
  'a device that the sign-in began with and that is not there is as good as none (%#)',
  async (DEVICE_KEY) => {
    const proof = await ada.startSrp('ada', undefined, undefined, { DEVICE_KEY })
    expect(outcomeOf(await ada.proveSrp(proof))).toBe('SOFTWARE_TOKEN_MFA')
  },
)

test('a device that the sign-in began with is good for all of it [D]', async () => {
  const proof = await ada.startSrp('ada', undefined, undefined, { DEVICE_KEY: ada.device.key })
  expect(outcomeOf(await ada.proveSrp(proof))).toBe('DEVICE_SRP_AUTH')
})

test('the device of another user is unknown', async () => {
  await ada.newUser('bob')
  expect(await refusedWith(ada.byPasswordOn(ada.device.key, 'bob'))).toBe(noSuchDevice)
})

test('a sign-in with a device is kept with it [D]', async () => {
  const read = async () => {
    const given = { UserPoolId: ada.UserPoolId, Username: 'ada', DeviceKey: ada.device.key }
    return (await ada.call('AdminGetDevice', given)).Device
  }
  ada.clock.advance(60_000)
  const before = await read()
  await ada.proves(await ada.byPasswordOn(ada.device.key), ada.device)
  const after = await read()
  expect(after).toEqual({ ...before, DeviceLastAuthenticatedDate: ada.clock.now() / 1000 })
})
