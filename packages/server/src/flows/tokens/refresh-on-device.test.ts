import { afterEach, beforeEach, expect, test } from 'vitest'
import { adaWithDevice, type AdaWithDevice, deviceKeyOf, unknownDevice } from '../../testing/ada-with-device.ts'
import { always } from '../../testing/device-scene.ts'
import { outcomeOf } from '../../testing/mfa-scene.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { tokensOf } from '../../testing/sign-in-scene.ts'

let ada: AdaWithDevice
beforeEach(async () => {
  ada = await adaWithDevice()
})
afterEach(() => ada[Symbol.asyncDispose]())

const refused = 'NotAuthorizedException: Invalid Refresh Token'
const refresh = (token: string, key?: string) =>
  ada.refresh(token, undefined, key === undefined ? {} : { DEVICE_KEY: key })
const signIn = async () => tokensOf(await ada.proves(await ada.byPasswordOn(ada.device.key), ada.device))

test('a token that was issued to a device is good on that device alone [D]', async () => {
  const { RefreshToken } = await signIn()
  expect(await refusedWith(refresh(RefreshToken))).toBe(refused)
  expect(await refusedWith(refresh(RefreshToken, unknownDevice))).toBe(refused)
  const { AuthenticationResult } = await refresh(RefreshToken, ada.device.key)
  expect(deviceKeyOf(AuthenticationResult?.AccessToken)).toBe(ada.device.key)
})

test('GetTokensFromRefreshToken asks for the device as well [D]', async () => {
  const { RefreshToken } = await signIn()
  const given = { RefreshToken, ClientId: ada.ClientId }
  expect(await refusedWith(ada.call('GetTokensFromRefreshToken', given))).toBe(refused)
  const { AuthenticationResult } = await ada.call('GetTokensFromRefreshToken', { ...given, DeviceKey: ada.device.key })
  expect(AuthenticationResult?.AccessToken).toBeDefined()
})

test('a token of a device that was not confirmed is no good [D]', async () => {
  const { Session } = await ada.byPassword('ada')
  const fresh = await ada.byCode(Session)
  const { RefreshToken } = tokensOf(fresh)
  const key = fresh.AuthenticationResult?.NewDeviceMetadata?.DeviceKey
  expect(await refusedWith(refresh(RefreshToken, key))).toBe(refused)
  await ada.confirms(fresh)
  expect(outcomeOf(await refresh(RefreshToken, key))).toBe('tokens')
})

test('a device that is forgotten takes its refresh tokens with it, for good; access tokens live on [O]', async () => {
  const { RefreshToken, AccessToken } = await signIn()
  await ada.call('ForgetDevice', { AccessToken, DeviceKey: ada.device.key })
  expect(await refusedWith(refresh(RefreshToken, ada.device.key))).toBe(refused)
  expect((await ada.call('GetUser', { AccessToken })).Username).toBe('ada')
  const DeviceSecretVerifierConfig = await ada.verifierOf(ada.device)
  const again = { AccessToken, DeviceKey: ada.device.key, DeviceSecretVerifierConfig }
  expect(await refusedWith(ada.call('ConfirmDevice', again))).toBe(
    'InvalidParameterException: Invalid device key given.',
  )
})

test('a token from before devices were tracked asks for none [K]', async () => {
  const { UserPoolId } = ada
  const off = { UserPoolId, MfaConfiguration: 'OPTIONAL' } as const
  await ada.call('UpdateUserPool', off)
  const { Session } = await ada.byPassword('ada')
  const { RefreshToken, AccessToken } = tokensOf(await ada.byCode(Session))
  expect(deviceKeyOf(AccessToken)).toBeUndefined()
  await ada.call('UpdateUserPool', { ...off, DeviceConfiguration: always })
  expect(outcomeOf(await refresh(RefreshToken))).toBe('tokens')
  expect(outcomeOf(await refresh(RefreshToken, ada.device.key))).toBe('tokens')
})
