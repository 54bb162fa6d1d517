import { afterAll, beforeAll, expect, test } from 'vitest'
import { noSuchDevice, unknownDevice } from '../../../testing/ada-with-device.ts'
import { deviceScene, type DeviceScene, whenAsked } from '../../../testing/device-scene.ts'
import type { KeptDevice } from '../../../testing/devices-of.ts'
import { poolsOfOthers } from '../../../testing/pools-of-others.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

let scene: DeviceScene
let phone: KeptDevice
let AccessToken = ''
beforeAll(async () => {
  scene = await deviceScene(whenAsked)
  await scene.newUser('ada')
  await scene.newUser('bob')
  const confirmed = await scene.confirms(await scene.byPassword('ada'), 'Phone of Ada')
  phone = confirmed.device
  AccessToken = confirmed.AccessToken
})
afterAll(() => scene[Symbol.asyncDispose]())

const ada = () => ({ UserPoolId: scene.UserPoolId, Username: 'ada' })
const asAda = () => ({ AccessToken, DeviceKey: phone.key })
const setStatus = (DeviceRememberedStatus: 'remembered' | 'not_remembered', key = phone.key) =>
  scene.call('AdminUpdateDeviceStatus', { ...ada(), DeviceKey: key, DeviceRememberedStatus })
const keysOf = ({
  Devices = [],
}: {
  readonly Devices?: readonly { readonly DeviceKey?: string | undefined }[] | undefined
}) => Devices.map(({ DeviceKey }) => DeviceKey)
const ownKeys = async () => keysOf(await scene.call('ListDevices', { AccessToken }))

test('a device is described as the API reference has it [D]', async () => {
  await setStatus('remembered')
  const owner = `ada.${scene.UserPoolId}`
  const { Device } = await scene.call('GetDevice', asAda())
  expect(Device).toEqual({
    DeviceKey: phone.key,
    DeviceAttributes: [
      { Name: 'device_status', Value: 'valid' },
      { Name: 'device_name', Value: 'Phone of Ada' },
      {
        Name: 'dev:device_arn',
        Value: `arn:aws:cognito-idp:us-east-1:000000000000:owner/${owner}/device/${phone.key}`,
      },
      { Name: 'dev:device_owner', Value: owner },
      { Name: 'last_ip_used', Value: '127.0.0.1' },
      { Name: 'dev:device_remembered_status', Value: 'remembered' },
      { Name: 'dev:device_sdk', Value: 'aws-sdk-unknown-unknown' },
    ],
    DeviceCreateDate: scene.clock.now() / 1000,
    DeviceLastModifiedDate: scene.clock.now() / 1000,
    DeviceLastAuthenticatedDate: scene.clock.now() / 1000,
  })
  expect((await scene.call('AdminGetDevice', { ...ada(), DeviceKey: phone.key })).Device).toEqual(Device)
  expect(await scene.call('ListDevices', { AccessToken })).toEqual({ Devices: [Device] })
})

test('users see the devices that are remembered, operators see all [O]', async () => {
  await setStatus('not_remembered')
  expect(await ownKeys()).toEqual([])
  expect(await refusedWith(scene.call('GetDevice', asAda()))).toBe(noSuchDevice)
  expect(keysOf(await scene.call('AdminListDevices', ada()))).toEqual([phone.key])
  const { Device } = await scene.call('AdminGetDevice', { ...ada(), DeviceKey: phone.key })
  expect(Device.DeviceAttributes).toContainEqual({ Name: 'dev:device_remembered_status', Value: 'not_remembered' })
})

test('users remember their devices, and no longer do [D]', async () => {
  const update = (DeviceRememberedStatus: 'remembered' | 'not_remembered') =>
    scene.call('UpdateDeviceStatus', { ...asAda(), DeviceRememberedStatus })
  scene.clock.advance(5000)
  expect(await update('remembered')).toEqual({})
  const { Device } = await scene.call('GetDevice', asAda())
  expect(Device.DeviceLastModifiedDate).toEqual(scene.clock.now() / 1000)
  await update('not_remembered')
  expect(await ownKeys()).toEqual([])
})

test('without a status nothing changes, but the device must be there [K]', async () => {
  await setStatus('remembered')
  expect(await scene.call('UpdateDeviceStatus', asAda())).toEqual({})
  expect(await scene.call('AdminUpdateDeviceStatus', { ...ada(), DeviceKey: phone.key })).toEqual({})
  expect(await ownKeys()).toEqual([phone.key])
  const missing = { AccessToken, DeviceKey: unknownDevice }
  expect(await refusedWith(scene.call('UpdateDeviceStatus', missing))).toBe(noSuchDevice)
})

test('devices are listed page by page [D]', async () => {
  const { device: tablet } = await scene.confirms(await scene.byPassword('ada'))
  await setStatus('remembered')
  await setStatus('remembered', tablet.key)
  const keys = [phone.key, tablet.key].toSorted()
  expect(await ownKeys()).toEqual(keys)
  expect(await scene.call('ListDevices', { AccessToken, Limit: 0 })).toMatchObject({ Devices: [{}, {}] })
  const first = await scene.call('ListDevices', { AccessToken, Limit: 1 })
  const { PaginationToken } = first
  const second = await scene.call('ListDevices', { AccessToken, Limit: 1, PaginationToken })
  expect([...keysOf(first), ...keysOf(second)]).toEqual(keys)
  expect(second).not.toHaveProperty('PaginationToken')
  const elsewhere = { UserPoolId: scene.UserPoolId, Username: 'bob', PaginationToken }
  expect(await refusedWith(scene.call('AdminListDevices', elsewhere))).toBe(
    'InvalidParameterException: Invalid pagination token.',
  )
  const firstOfAll = await scene.call('AdminListDevices', { ...ada(), Limit: 1 })
  const next = { ...ada(), Limit: 1, PaginationToken: firstOfAll.PaginationToken }
  expect([...keysOf(firstOfAll), ...keysOf(await scene.call('AdminListDevices', next))]).toEqual(keys)
  await scene.call('AdminForgetDevice', { ...ada(), DeviceKey: tablet.key })
})

test('nobody reads, changes or forgets a device of somebody else', async () => {
  await setStatus('remembered')
  const { AccessToken: token } = await scene.confirms(await scene.byPassword('bob'))
  const asBob = { AccessToken: token, DeviceKey: phone.key }
  const DeviceRememberedStatus = 'not_remembered'
  expect(await refusedWith(scene.call('GetDevice', asBob))).toBe(noSuchDevice)
  expect(await refusedWith(scene.call('UpdateDeviceStatus', { ...asBob, DeviceRememberedStatus }))).toBe(noSuchDevice)
  expect(await refusedWith(scene.call('ForgetDevice', asBob))).toBe(noSuchDevice)
  expect(keysOf(await scene.call('ListDevices', { AccessToken: token }))).not.toContain(phone.key)
  const bob = { UserPoolId: scene.UserPoolId, Username: 'bob', DeviceKey: phone.key }
  expect(await refusedWith(scene.call('AdminGetDevice', bob))).toBe(noSuchDevice)
  expect(await refusedWith(scene.call('AdminForgetDevice', bob))).toBe(noSuchDevice)
  expect(await refusedWith(scene.call('AdminUpdateDeviceStatus', { ...bob, DeviceRememberedStatus }))).toBe(
    noSuchDevice,
  )
  expect(await ownKeys()).toEqual([phone.key])
})

test('a device is forgotten by its user or by an operator, once [D]', async () => {
  const [one, other] = [
    await scene.confirms(await scene.byPassword('ada')),
    await scene.confirms(await scene.byPassword('ada')),
  ]
  const own = { AccessToken, DeviceKey: one.device.key }
  expect(await scene.call('ForgetDevice', own)).toEqual({})
  expect(await refusedWith(scene.call('ForgetDevice', own))).toBe(noSuchDevice)
  const named = { ...ada(), DeviceKey: other.device.key }
  expect(await scene.call('AdminForgetDevice', named)).toEqual({})
  expect(await refusedWith(scene.call('AdminForgetDevice', named))).toBe(noSuchDevice)
  expect(await refusedWith(scene.call('AdminGetDevice', named))).toBe(noSuchDevice)
  const status = { ...named, DeviceRememberedStatus: 'remembered' } as const
  expect(await refusedWith(scene.call('AdminUpdateDeviceStatus', status))).toBe(noSuchDevice)
  expect(keysOf(await scene.call('AdminListDevices', ada()))).toEqual([phone.key])
})

test.each(['GetDevice', 'ForgetDevice'] as const)('%s says nothing without an access token', async (name) => {
  expect(await refusedWith(scene.call(name, { DeviceKey: phone.key }))).toBe(
    'NotAuthorizedException: Invalid Access Token',
  )
})

test.each(['GetDevice', 'ForgetDevice'] as const)(
  '%s looks at the access token as every operation does',
  async (name) => {
    await scene.newUser(`eve-${name}`)
    const { device, AccessToken: token } = await scene.confirms(await scene.byPassword(`eve-${name}`))
    const given = { AccessToken: token, DeviceKey: device.key }
    expect(await refusedWith(scene.call(name, { ...given, AccessToken: 'no token' }))).toMatch(
      /^InvalidParameterException/,
    )
    expect(await refusedWith(scene.call(name, { ...given, AccessToken: 'a.b.c' }))).toMatch(/^NotAuthorizedException/)
    await scene.call('AdminDisableUser', { UserPoolId: scene.UserPoolId, Username: `eve-${name}` })
    expect(await refusedWith(scene.call(name, given))).toMatch(/^NotAuthorizedException/)
    await scene.call('AdminDeleteUser', { UserPoolId: scene.UserPoolId, Username: `eve-${name}` })
    expect(await refusedWith(scene.call(name, given))).toBe('UserNotFoundException: User does not exist.')
  },
)

test.each(['AdminForgetDevice', 'AdminUpdateDeviceStatus'] as const)('%s knows who is not there [D]', async (name) => {
  const given = { ...ada(), Username: 'nobody', DeviceKey: phone.key }
  expect(await refusedWith(scene.call(name, given))).toBe('UserNotFoundException: User does not exist.')
})

test.each(['AdminGetDevice', 'AdminListDevices'] as const)(
  '%s, which declares no name for it, calls a user who is not there a resource [K]',
  async (name) => {
    const given = { ...ada(), Username: 'nobody', DeviceKey: phone.key }
    expect(await refusedWith(scene.call(name, given))).toBe('ResourceNotFoundException: User does not exist.')
  },
)

test.each(['AdminForgetDevice', 'AdminGetDevice', 'AdminListDevices', 'AdminUpdateDeviceStatus'] as const)(
  '%s reaches no pool of another account or Region',
  async (name) => {
    for (const UserPoolId of await poolsOfOthers(scene)) {
      const given = { UserPoolId, Username: 'ada', DeviceKey: phone.key }
      expect(await refusedWith(scene.call(name, given))).toBe(
        `ResourceNotFoundException: User pool ${UserPoolId} does not exist.`,
      )
    }
  },
)

test('a device key that could be none is refused by its form [D]', async () => {
  const given = { AccessToken, DeviceKey: 'no key' }
  expect(await refusedWith(scene.call('GetDevice', given))).toMatch(/^InvalidParameterException/)
})

test('devices go with their user', async () => {
  const { sub } = await scene.newUser('eve')
  const { device, AccessToken: token } = await scene.confirms(await scene.byPassword('eve'))
  const find = () => scene.world.store.devices.find(scene.UserPoolId, sub, device.key)
  expect(await find()).toBeDefined()
  await scene.call('DeleteUser', { AccessToken: token })
  expect(await find()).toBeUndefined()
})
