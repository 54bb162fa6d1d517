import { confirmDevice } from '../../../flows/devices/confirm-device.ts'
import { operation } from '../../operation.ts'

export const ConfirmDevice = operation('ConfirmDevice', 'user', async (input, context) => {
  const { remembered } = await confirmDevice(context.caller, { ...input, address: context.origin.address }, context)
  return { UserConfirmationNecessary: !remembered }
})
