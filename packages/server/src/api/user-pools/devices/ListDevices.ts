import { operation } from '../../operation.ts'
import { devicePage } from './device-page.ts'

/** Users see the devices that are remembered, and no others. */
export const ListDevices = operation('ListDevices', 'user', (input, context) =>
  devicePage(context.caller, { ...input, which: 'remembered' }, context),
)
