import { afterAll, beforeAll, expect, test } from 'vitest'
import { groupBytes, prime } from '../../../crypto/srp-group.ts'
import { unknownDevice } from '../../../testing/ada-with-device.ts'
import { always, deviceScene, type DeviceScene, whenAsked } from '../../../testing/device-scene.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { tokensOf } from '../../../testing/sign-in-scene.ts'

let scene: DeviceScene
beforeAll(async () => {
  scene = await deviceScene()
  await scene.newUser('ada')
})
afterAll(() => scene[Symbol.asyncDispose]())

const verifierRefused = 'InvalidParameterException: Invalid device secret verifier given.'
const keyRefused = 'InvalidParameterException: Invalid device key given.'
const base64 = (value: bigint) => groupBytes(value).toString('base64')

/** What a client sends to confirm the device that its tokens were issued to. */
async function confirmation(username = 'ada') {
  const { AuthenticationResult = {} } = await scene.byPassword(username)
  const { DeviceKey = '', DeviceGroupKey = '' } = AuthenticationResult.NewDeviceMetadata ?? {}
  const made = await scene.verifierOf({ key: DeviceKey, groupKey: DeviceGroupKey, secret: 'secret' })
  return { ...tokensOf({ AuthenticationResult }), DeviceKey, DeviceSecretVerifierConfig: made }
}
const confirm = ({ AccessToken, DeviceKey, DeviceSecretVerifierConfig }: Awaited<ReturnType<typeof confirmation>>) =>
  scene.call('ConfirmDevice', { AccessToken, DeviceKey, DeviceSecretVerifierConfig })

test('a device is confirmed, and remembered unless users are asked [D]', async () => {
  expect(await confirm(await confirmation())).toEqual({ UserConfirmationNecessary: false })
  await using asking = await deviceScene(whenAsked)
  await asking.newUser('ada')
  const { answer } = await asking.confirms(await asking.byPassword('ada'))
  expect(answer).toEqual({ UserConfirmationNecessary: true })
})

test('a device is confirmed once [D]', async () => {
  const given = await confirmation()
  await confirm(given)
  expect(await refusedWith(confirm(given))).toBe('DeviceKeyExistsException: Device is already confirmed.')
})

test('of several at once one confirms the device', async () => {
  const given = await confirmation()
  const answers = await Promise.allSettled([1, 2, 3, 4].map(() => confirm(given)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('nobody confirms another device than that of their tokens [O]', async () => {
  const [one, other] = [await confirmation(), await confirmation()]
  expect(await refusedWith(confirm({ ...one, DeviceKey: unknownDevice }))).toBe(keyRefused)
  expect(await refusedWith(confirm({ ...one, DeviceKey: other.DeviceKey }))).toBe(keyRefused)
  await scene.newUser('bob')
  const bob = await confirmation('bob')
  expect(await refusedWith(confirm({ ...bob, DeviceKey: one.DeviceKey }))).toBe(keyRefused)
})

test.each([0n, 1n, prime - 1n, prime])(
  'a verifier with which anybody could prove the device is refused (%#)',
  async (v) => {
    const given = await confirmation()
    const DeviceSecretVerifierConfig = { ...given.DeviceSecretVerifierConfig, PasswordVerifier: base64(v) }
    expect(await refusedWith(confirm({ ...given, DeviceSecretVerifierConfig }))).toBe(verifierRefused)
    await confirm(given)
  },
)

test.each([
  {},
  { Salt: 'AAEC' },
  { PasswordVerifier: base64(2n ** 2000n) },
  { Salt: '', PasswordVerifier: base64(2n ** 2000n) },
  { Salt: 'A'.repeat(131_000), PasswordVerifier: base64(2n ** 2000n) },
  { Salt: 'AAEC', PasswordVerifier: 'A'.repeat(131_000) },
  { Salt: 'no base64', PasswordVerifier: 'no base64' },
])('a verifier that is none is refused [K] (%#)', async (DeviceSecretVerifierConfig) => {
  const { AccessToken, DeviceKey } = await confirmation()
  const given = { AccessToken, DeviceKey, DeviceSecretVerifierConfig }
  expect(await refusedWith(scene.call('ConfirmDevice', given))).toBe(verifierRefused)
})

test('a device without a verifier is refused [K]', async () => {
  const { AccessToken, DeviceKey } = await confirmation()
  expect(await refusedWith(scene.call('ConfirmDevice', { AccessToken, DeviceKey }))).toBe(verifierRefused)
})

test('a name of more than 1024 characters is refused [D]', async () => {
  const { AccessToken, DeviceKey } = await confirmation()
  const given = { AccessToken, DeviceKey, DeviceName: 'n'.repeat(1025) }
  expect(await refusedWith(scene.call('ConfirmDevice', given))).toMatch(/^InvalidParameterException/)
})

test('who was signed out confirms nothing', async () => {
  const given = await confirmation()
  await scene.call('GlobalSignOut', { AccessToken: given.AccessToken })
  expect(await refusedWith(confirm(given))).toBe('NotAuthorizedException: Access Token has been revoked')
})

test('where devices are no longer tracked none is confirmed', async () => {
  const given = await confirmation()
  const pool = { UserPoolId: scene.UserPoolId, MfaConfiguration: 'OPTIONAL' } as const
  await scene.call('UpdateUserPool', pool)
  expect(await refusedWith(confirm(given))).toBe(keyRefused)
  await scene.call('UpdateUserPool', { ...pool, DeviceConfiguration: always })
  await confirm(given)
})

test('a user keeps a hundred devices, those used last [K]', async () => {
  await using crowded = await deviceScene()
  await crowded.newUser('ada')
  const first = await crowded.confirms(await crowded.byPassword('ada'))
  const { call, UserPoolId } = crowded
  for (let count = 1; count < 100; count++) {
    crowded.clock.advance(1000)
    await crowded.confirms(await crowded.byPassword('ada'))
  }
  crowded.clock.advance(1000)
  await crowded.proves(await crowded.byPasswordOn(first.device.key), first.device)
  await crowded.confirms(await crowded.byPassword('ada'))
  const page = await call('AdminListDevices', { UserPoolId, Username: 'ada', Limit: 60 })
  const rest = await call('AdminListDevices', {
    UserPoolId,
    Username: 'ada',
    Limit: 60,
    PaginationToken: page.PaginationToken,
  })
  const keys = [...(page.Devices ?? []), ...(rest.Devices ?? [])].map(({ DeviceKey }) => DeviceKey)
  expect(keys).toHaveLength(100)
  expect(keys).toContain(first.device.key)
})
