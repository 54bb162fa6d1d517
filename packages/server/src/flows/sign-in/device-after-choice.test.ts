import { expect, test } from 'vitest'
import { deviceKeyOf } from '../../testing/ada-with-device.ts'
import { adasEmail, choiceScene } from '../../testing/choice-scene.ts'
import { always } from '../../testing/device-scene.ts'
import { devicesOf } from '../../testing/devices-of.ts'
import { goodPassword } from '../../testing/good-password.ts'

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
