import { startRegistration } from '../../../flows/passkeys/start-registration.ts'
import { operation } from '../../operation.ts'

export const StartWebAuthnRegistration = operation('StartWebAuthnRegistration', 'user', async (_input, context) => ({
  CredentialCreationOptions: await startRegistration(context.caller, context),
}))
