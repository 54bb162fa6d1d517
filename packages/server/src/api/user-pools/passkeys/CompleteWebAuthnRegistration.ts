import { completeRegistration } from '../../../flows/passkeys/complete-registration.ts'
import { operation } from '../../operation.ts'

export const CompleteWebAuthnRegistration = operation(
  'CompleteWebAuthnRegistration',
  'user',
  async ({ Credential }, context) => {
    await completeRegistration(context.caller, Credential, context)
    return {}
  },
)
