import { verifyAttribute } from '../../../flows/attributes/verify-attribute.ts'
import { operation } from '../../operation.ts'

export const VerifyUserAttribute = operation('VerifyUserAttribute', 'user', async (input, context) => {
  await verifyAttribute(context.caller, { attribute: input.AttributeName, code: input.Code }, context)
  return {}
})
