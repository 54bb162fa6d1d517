import { forgetDevice } from '../../../flows/devices/forget-device.ts'
import { operation } from '../../operation.ts'
import { signedIn } from './signed-in.ts'

export const ForgetDevice = operation('ForgetDevice', 'user-or-session', async (input, context) => {
  await forgetDevice(signedIn(context.caller).user, input.DeviceKey, context)
  return {}
})
