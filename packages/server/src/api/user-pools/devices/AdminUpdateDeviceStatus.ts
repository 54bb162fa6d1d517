import { setDeviceStatus } from '../../../flows/devices/set-device-status.ts'
import { requireUser } from '../../../flows/find-user.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminUpdateDeviceStatus = operation('AdminUpdateDeviceStatus', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const user = await requireUser(pool, input.Username, context)
  await setDeviceStatus(user, input.DeviceKey, input.DeviceRememberedStatus, context)
  return {}
})
