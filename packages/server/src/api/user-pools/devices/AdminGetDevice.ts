import { requireDevice } from '../../../flows/devices/require-device.ts'
import { operation } from '../../operation.ts'
import { deviceView } from '../views/device.ts'
import { operatorDeviceOwner } from './operator-device-owner.ts'

export const AdminGetDevice = operation('AdminGetDevice', 'operator', async (input, context) => {
  const { pool, user } = await operatorDeviceOwner(input, context)
  return { Device: deviceView(await requireDevice(user, input.DeviceKey, context), pool, user) }
})
