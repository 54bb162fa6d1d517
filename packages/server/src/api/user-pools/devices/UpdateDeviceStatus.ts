import { setDeviceStatus } from '../../../flows/devices/set-device-status.ts'
import { operation } from '../../operation.ts'

export const UpdateDeviceStatus = operation('UpdateDeviceStatus', 'user', async (input, context) => {
  await setDeviceStatus(context.caller.user, input.DeviceKey, input.DeviceRememberedStatus, context)
  return {}
})
