import { decodeJwt } from 'jose'
import type { DeviceRememberedStatusType } from '@cognate/wire/user-pools.ts'
import { always, deviceScene } from './device-scene.ts'

/** Ada signs in with a password and an authenticator, and has confirmed a device. */
export async function adaWithDevice(tracking: Parameters<typeof deviceScene>[0] = always) {
  const scene = await deviceScene(tracking)
  await scene.newUser('ada')
  const { device, AccessToken } = await scene.confirms(await scene.byPassword('ada'))
  const secret = await scene.registers(AccessToken)
  await scene.prefer({ SoftwareTokenMfaSettings: { Enabled: true } })
  const named = { UserPoolId: scene.UserPoolId, Username: 'ada', DeviceKey: device.key }
  return {
    ...scene,
    device,
    setStatus: (DeviceRememberedStatus: DeviceRememberedStatusType) =>
      scene.call('AdminUpdateDeviceStatus', { ...named, DeviceRememberedStatus }),
    forget: () => scene.call('AdminForgetDevice', named),
    read: async () => (await scene.call('AdminGetDevice', named)).Device,
    /** Answers with the authenticator's code. */
    byCode: (Session: string | undefined, more: Readonly<Record<string, string>> = {}) =>
      scene.answers('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE: scene.shown(secret), ...more }),
  }
}

export type AdaWithDevice = Awaited<ReturnType<typeof adaWithDevice>>

/** Of no device that anybody has. */
export const unknownDevice = 'us-east-1_00000000-0000-4000-8000-000000000000'

export const noSuchDevice = 'ResourceNotFoundException: Device does not exist.'

export const deviceKeyOf = (AccessToken: string | undefined) => decodeJwt(AccessToken ?? '')['device_key']
