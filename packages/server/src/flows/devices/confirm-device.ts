import type { ConfirmDeviceRequest } from '@cognate/wire/user-pools.ts'
import { parseSrpSalt, parseSrpVerifier } from '../../crypto/srp-verifier.ts'
import { devicesOfUser } from '../../domain/device-quota.ts'
import { remembersUnasked, tracksDevices } from '../../domain/device-tracking.ts'
import type { Device } from '../../domain/device.ts'
import { deviceAlreadyConfirmed, deviceKeyInvalid, deviceVerifierInvalid } from '../../domain/refusals.ts'
import { settled } from '../../store/settled.ts'
import { requireBySub } from '../find-user.ts'
import type { Admission } from '../tokens/issue-tokens.ts'
import type { World } from '../world.ts'
import { sealDeviceVerifier } from './device-verifier.ts'

export type Confirmation = Pick<ConfirmDeviceRequest, 'DeviceKey' | 'DeviceName' | 'DeviceSecretVerifierConfig'> & {
  /** From where it is confirmed. */
  readonly address: string
}

/**
 * Confirms the device to which the caller's tokens were issued; no other one, so that nobody registers a secret of theirs
 * for somebody else's. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmDevice.html
 */
export async function confirmDevice(caller: Admission, confirmation: Confirmation, world: World): Promise<Device> {
  const { pool, session } = caller
  const { store, clock } = world
  if (!tracksDevices(pool.settings) || session.deviceKey !== confirmation.DeviceKey) throw deviceKeyInvalid()
  const device = newDevice(caller, confirmation, world)
  await settled(async () => {
    const user = await requireBySub(pool, caller.user.sub, world)
    await store.decide([
      store.users.unchanged(user),
      ...store.devices.add(device, devicesOfUser, deviceAlreadyConfirmed),
      // After the device was forgotten its tokens must not bring it back.
      store.sessions.live(session, clock.now(), deviceKeyInvalid),
    ])
  })
  return device
}

function newDevice({ pool, user }: Admission, confirmation: Confirmation, world: World): Device {
  const { DeviceKey: key, DeviceName: name, DeviceSecretVerifierConfig: config, address } = confirmation
  const salt = parseSrpSalt(config?.Salt ?? '')
  const verifier = parseSrpVerifier(config?.PasswordVerifier ?? '')
  if (salt === undefined || verifier === undefined) throw deviceVerifierInvalid()
  const place = { poolId: pool.id, sub: user.sub, key }
  const now = world.clock.now()
  return {
    ...place,
    ...(name !== undefined && { name }),
    salt,
    sealedVerifier: sealDeviceVerifier(verifier, place, world),
    remembered: remembersUnasked(pool.settings),
    address,
    createdAt: now,
    modifiedAt: now,
    authenticatedAt: now,
  }
}
