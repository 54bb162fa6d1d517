import type { WebAuthnCredentialDescription } from '@cognate/wire/user-pools.ts'
import type { Passkey } from '../../../domain/passkey.ts'

export function passkeyView(passkey: Passkey): WebAuthnCredentialDescription {
  return {
    CredentialId: passkey.id,
    FriendlyCredentialName: passkey.friendlyName,
    RelyingPartyId: passkey.relyingPartyId,
    AuthenticatorAttachment: passkey.attachment,
    AuthenticatorTransports: passkey.transports,
    CreatedAt: new Date(passkey.createdAt),
  }
}
