import { provisionedLimit } from '../../../flows/quotas/provisioned-limit.ts'
import { operation } from '../../operation.ts'

export const GetProvisionedLimit = operation('GetProvisionedLimit', 'operator', async (input, context) => ({
  Limit: await provisionedLimit(input.LimitDefinition, context.caller, context),
}))
