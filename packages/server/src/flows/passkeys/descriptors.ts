import type { Passkey } from '../../domain/passkey.ts'
import type { RelyingParty } from './relying-party.ts'

/** Passkeys as browsers are told of them: https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialdescriptorjson */
export function descriptorsOf(passkeys: readonly Passkey[], { id: relyingPartyId }: Pick<RelyingParty, 'id'>) {
  return passkeys
    .filter((passkey) => passkey.relyingPartyId === relyingPartyId)
    .map(({ id, transports }) => ({ type: 'public-key', id, transports }))
}
