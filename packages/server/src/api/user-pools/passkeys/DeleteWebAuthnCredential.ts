import { deletePasskey } from '../../../flows/passkeys/delete-passkey.ts'
import { operation } from '../../operation.ts'

export const DeleteWebAuthnCredential = operation('DeleteWebAuthnCredential', 'user', async (input, context) => {
  await deletePasskey(context.caller, input.CredentialId, context)
  return {}
})
