import { deviceNotFound } from '../../../domain/refusals.ts'
import { requireDevice } from '../../../flows/devices/require-device.ts'
import { operation } from '../../operation.ts'
import { deviceView } from '../views/device.ts'
import { signedIn } from './signed-in.ts'

/** Users see the devices that are remembered, and no others. */
export const GetDevice = operation('GetDevice', 'user-or-session', async (input, context) => {
  const { pool, user } = signedIn(context.caller)
  const device = await requireDevice(user, input.DeviceKey, context)
  if (!device.remembered) throw deviceNotFound()
  return { Device: deviceView(device, pool, user) }
})
