import { forgetDevice } from '../../../flows/devices/forget-device.ts'
import { requireUser } from '../../../flows/find-user.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminForgetDevice = operation('AdminForgetDevice', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  await forgetDevice(await requireUser(pool, input.Username, context), input.DeviceKey, context)
  return {}
})
