import { operation } from '../../operation.ts'
import { devicePage } from './device-page.ts'
import { operatorDeviceOwner } from './operator-device-owner.ts'

export const AdminListDevices = operation('AdminListDevices', 'operator', async (input, context) =>
  devicePage(await operatorDeviceOwner(input, context), { ...input, which: 'all' }, context),
)
