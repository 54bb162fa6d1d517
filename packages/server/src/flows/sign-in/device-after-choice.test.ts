import { expect, test } from 'vitest'
import { deviceKeyOf } from '../../testing/ada-with-device.ts'
import { adasEmail, choiceScene } from '../../testing/choice-scene.ts'
import { always } from '../../testing/device-scene.ts'
import { devicesOf } from '../../testing/devices-of.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { level, stepUpScene } from '../../testing/step-up-scene.ts'

async function adaWithChoice() {
  const choice = await choiceScene(undefined, { pool: { DeviceConfiguration: always } })
  const scene = { ...choice, ...devicesOf(choice) }
  await scene.newAda()
  const { device } = await scene.confirms(await scene.byPassword('ada'))
  return { ...scene, device }
}

test('a remembered device proves itself after a password that was chosen [D]', async () => {
  await using ada = await adaWithChoice()
  const { device } = ada
  const question = await ada.prefer('PASSWORD', { PASSWORD: goodPassword, DEVICE_KEY: device.key })
  expect(question.ChallengeName).toBe('DEVICE_SRP_AUTH')
  const { AuthenticationResult } = await ada.proves(question, device)
  expect(deviceKeyOf(AuthenticationResult?.AccessToken)).toBe(device.key)
})

test('a remembered device proves itself after a code that came first', async () => {
  await using ada = await adaWithChoice()
  const { device } = ada
  const { Session } = await ada.prefer('EMAIL_OTP', { DEVICE_KEY: device.key })
  const EMAIL_OTP_CODE = await ada.codeTo(adasEmail)
  const question = await ada.respond('EMAIL_OTP', Session, { EMAIL_OTP_CODE })
  expect(question.ChallengeName).toBe('DEVICE_SRP_AUTH')
  const { AuthenticationResult } = await ada.proves(question, device)
  expect(deviceKeyOf(AuthenticationResult?.AccessToken)).toBe(device.key)
})

test('a step-up on a device stays on it, and the device proves itself last', async () => {
  await using step = await stepUpScene({}, { pool: { DeviceConfiguration: always } })
  const scene = { ...step, ...devicesOf(step) }
  const first = await scene.byPassword('ada')
  const { device, AccessToken } = await scene.confirms(first)
  const secret = await scene.registers(AccessToken)
  const asked = await scene.aimAt(level(4), { ACCESS_TOKEN: AccessToken, DEVICE_KEY: device.key })
  expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  const SOFTWARE_TOKEN_MFA_CODE = scene.shown(secret)
  const question = await scene.respond('SOFTWARE_TOKEN_MFA', asked.Session, { SOFTWARE_TOKEN_MFA_CODE })
  expect(question.ChallengeName).toBe('DEVICE_SRP_AUTH')
  const { AuthenticationResult } = await scene.proves(question, device)
  expect(deviceKeyOf(AuthenticationResult?.AccessToken)).toBe(device.key)
})
