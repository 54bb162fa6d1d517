import { sendAttributeCode } from '../../../flows/attributes/send-attribute-code.ts'
import { operation } from '../../operation.ts'

export const GetUserAttributeVerificationCode = operation(
  'GetUserAttributeVerificationCode',
  'user',
  async (input, context) => ({
    CodeDeliveryDetails: await sendAttributeCode(
      context.caller,
      { name: input.AttributeName, clientMetadata: input.ClientMetadata },
      context,
    ),
  }),
)
