import { beforeEach, afterEach, expect, test } from 'vitest'
import { deviceKeyOf, unknownDevice } from '../../testing/ada-with-device.ts'
import { customAuthScene, type CustomAuthScene } from '../../testing/custom-auth-scene.ts'
import { answering } from '../../testing/recorded-functions.ts'
import { always } from '../../testing/device-scene.ts'
import { devicesOf, type KeptDevice } from '../../testing/devices-of.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { outcomeOf } from '../../testing/mfa-scene.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { srpClient } from '../../testing/srp-client.ts'

// "Custom authentication challenge", developer guide, user-pool-lambda-challenge.html: the device comes last [D].

let scene: CustomAuthScene & ReturnType<typeof devicesOf>
let device: KeptDevice
beforeEach(async () => {
  const custom = await customAuthScene({ pool: { DeviceConfiguration: always } })
  scene = { ...custom, ...devicesOf(custom) }
  await scene.newUser('ada')
  const first = await scene.reply((await scene.start('ada')).Session, '42')
  device = (await scene.confirms(first)).device
})
afterEach(() => scene[Symbol.asyncDispose]())

test('who is let in by functions gets a new device, and may confirm it', async () => {
  const { AuthenticationResult } = await scene.reply((await scene.start('ada')).Session, '42')
  const key = AuthenticationResult?.NewDeviceMetadata?.DeviceKey
  expect(key).not.toBe(device.key)
  expect(deviceKeyOf(AuthenticationResult?.AccessToken)).toBe(key)
})

test('a remembered device proves itself when the functions have nothing more to ask [D]', async () => {
  const question = await scene.start('ada', { DEVICE_KEY: device.key })
  expect(question.ChallengeName).toBe('CUSTOM_CHALLENGE')
  const last = await scene.reply(question.Session, '42')
  expect(last.ChallengeName).toBe('DEVICE_SRP_AUTH')
  const asked = scene.fired().length
  const { AuthenticationResult } = await scene.proves(last, device)
  expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
  expect(deviceKeyOf(AuthenticationResult?.AccessToken)).toBe(device.key)
  expect(asked).toBeGreaterThan(0)
  expect(scene.fired()).toEqual([])
})

test('the device may come along with the answer to a function [C]', async () => {
  const { Session } = await scene.start('ada')
  const last = await scene.answers('CUSTOM_CHALLENGE', Session, { ANSWER: '42', DEVICE_KEY: device.key })
  expect(last.ChallengeName).toBe('DEVICE_SRP_AUTH')
})

test('a device does not answer in the place of what the functions ask', async () => {
  const { Session } = await scene.start('ada', { DEVICE_KEY: device.key })
  expect(await refusedWith(scene.beginsProof({ Session }, device))).toMatch(
    /^NotAuthorizedException: Invalid session for the user/,
  )
  expect(outcomeOf(await scene.reply(Session, 'wrong'))).toBe('CUSTOM_CHALLENGE')
})

test('the device waits for the functions where the password came first [D]', async () => {
  const srp = srpClient(scene.UserPoolId)
  const { ChallengeParameters = {} } = await scene.start('ada', { CHALLENGE_NAME: 'SRP_A', SRP_A: srp.SRP_A })
  const proof = srp.answer(ChallengeParameters, goodPassword, scene.clock.now())
  const { ChallengeName, Session } = await scene.answers('PASSWORD_VERIFIER', undefined, {
    ...proof,
    DEVICE_KEY: device.key,
  })
  expect(ChallengeName).toBe('CUSTOM_CHALLENGE')
  const last = await scene.reply(Session, '42')
  expect(last.ChallengeName).toBe('DEVICE_SRP_AUTH')
  expect(outcomeOf(await scene.proves(last, device))).toBe('tokens')
})

test('a wrong proof of the device lets nobody in', async () => {
  const last = await scene.reply((await scene.start('ada', { DEVICE_KEY: device.key })).Session, '42')
  expect(await refusedWith(scene.proves(last, { ...device, secret: 'guessed' }))).toBe(
    'NotAuthorizedException: Incorrect username or password.',
  )
})

test('an answer that was spent cannot be given again, so an unknown device is as good as none [K]', async () => {
  const { Session } = await scene.start('ada')
  const answer = await scene.answers('CUSTOM_CHALLENGE', Session, { ANSWER: '42', DEVICE_KEY: unknownDevice })
  expect(outcomeOf(answer)).toBe('tokens')
})

test('where functions ask nothing, the device is all that is asked', async () => {
  scene.handle({ DefineAuthChallenge: (event) => answering(event, { issueTokens: true }) })
  expect(outcomeOf(await scene.start('ada'))).toBe('tokens')
  const question = await scene.start('ada', { DEVICE_KEY: device.key })
  expect(outcomeOf(await scene.proves(question, device))).toBe('tokens')
})

test('a user who was disabled while the device was asked is not let in', async () => {
  const last = await scene.reply((await scene.start('ada', { DEVICE_KEY: device.key })).Session, '42')
  const proof = await scene.beginsProof(last, device)
  await scene.call('AdminDisableUser', { UserPoolId: scene.UserPoolId, Username: 'ada' })
  expect(await refusedWith(scene.answers('DEVICE_PASSWORD_VERIFIER', undefined, proof))).toBe(
    'NotAuthorizedException: User is disabled.',
  )
})
