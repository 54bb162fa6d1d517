import type { Device } from '../domain/device.ts'
import type { Schema } from './schema.ts'

export type DeviceRow = Schema['devices']

export function toDevice(row: DeviceRow): Device {
  return {
    poolId: row.pool_id,
    sub: row.sub,
    key: row.device_key,
    ...(row.device_name !== null && { name: row.device_name }),
    salt: row.salt,
    sealedVerifier: row.sealed_verifier,
    remembered: row.remembered === 1,
    address: row.address,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    authenticatedAt: row.authenticated_at,
  }
}

export function toDeviceRow(device: Device): DeviceRow {
  return {
    pool_id: device.poolId,
    sub: device.sub,
    device_key: device.key,
    device_name: device.name ?? null,
    salt: device.salt,
    sealed_verifier: device.sealedVerifier,
    remembered: device.remembered ? 1 : 0,
    address: device.address,
    created_at: device.createdAt,
    modified_at: device.modifiedAt,
    authenticated_at: device.authenticatedAt,
  }
}
