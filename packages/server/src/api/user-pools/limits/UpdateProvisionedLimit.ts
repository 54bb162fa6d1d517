import { provisionLimit } from '../../../flows/quotas/provisioned-limit.ts'
import { operation } from '../../operation.ts'

export const UpdateProvisionedLimit = operation('UpdateProvisionedLimit', 'operator', async (input, context) => ({
  Limit: await provisionLimit(input.LimitDefinition, input.RequestedLimitValue, context.caller, context),
}))
