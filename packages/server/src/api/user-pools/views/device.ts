import type { DeviceType } from '@cognate/wire/user-pools.ts'
import type { Device } from '../../../domain/device.ts'
import type { Pool } from '../../../domain/pool.ts'
import type { User } from '../../../domain/user.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListDevices.html */
export function deviceView(device: Device, pool: Pool, user: Pick<User, 'username'>): DeviceType {
  return {
    DeviceKey: device.key,
    DeviceAttributes: Object.entries(attributesOf(device, pool, user)).flatMap(([Name, Value]) =>
      Value === undefined ? [] : [{ Name, Value }],
    ),
    DeviceCreateDate: new Date(device.createdAt),
    DeviceLastModifiedDate: new Date(device.modifiedAt),
    DeviceLastAuthenticatedDate: new Date(device.authenticatedAt),
  }
}

function attributesOf(
  { key, name, address, remembered }: Device,
  { id, region, account }: Pool,
  { username }: Pick<User, 'username'>,
): Readonly<Record<string, string | undefined>> {
  const owner = `${username}.${id}`
  return {
    device_status: 'valid',
    device_name: name,
    'dev:device_arn': `arn:aws:cognito-idp:${region}:${account}:owner/${owner}/device/${key}`,
    'dev:device_owner': owner,
    last_ip_used: address,
    'dev:device_remembered_status': remembered ? 'remembered' : 'not_remembered',
    'dev:device_sdk': 'aws-sdk-unknown-unknown',
  }
}
