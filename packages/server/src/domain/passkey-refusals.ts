import { Refusal, type RefusalName } from './refusal.ts'

// What passkeys are refused with. Evidence as in refusals.ts.

const refuse = (name: RefusalName, message: string) => (): Refusal => new Refusal(name, message)
const invalidParameter = (message: string) => refuse('InvalidParameterException', message)

// Passkeys [K]; the names [D]
export const webAuthnNotEnabled = refuse('WebAuthnNotEnabledException', 'Passkeys are not enabled for this user pool.')
export const webAuthnConfigurationMissing = refuse(
  'WebAuthnConfigurationMissingException',
  'The user pool has neither a relying party ID nor a domain.',
)
export const webAuthnChallengeNotFound = refuse(
  'WebAuthnChallengeNotFoundException',
  'There is no such challenge, or it has expired.',
)
export const webAuthnClientMismatch = refuse(
  'WebAuthnClientMismatchException',
  'The registration was started by another app client.',
)
export const webAuthnOriginNotAllowed = refuse(
  'WebAuthnOriginNotAllowedException',
  'The origin of the credential does not belong to the relying party ID.',
)
export const webAuthnRelyingPartyMismatch = refuse(
  'WebAuthnRelyingPartyMismatchException',
  'The credential is for another relying party ID.',
)
export const webAuthnCredentialNotSupported = refuse(
  'WebAuthnCredentialNotSupportedException',
  'The credential is of an authenticator that is not supported.',
)
export const webAuthnCredentialMalformed = invalidParameter('The credential is not valid.')
export const noRelyingParty = refuse(
  'InvalidUserPoolConfigurationException',
  'The user pool has neither a relying party ID nor a domain.',
)
export const passkeyTaken = invalidParameter('The credential is registered already.')
export const passkeyNotFound = refuse('ResourceNotFoundException', 'Credential does not exist.')
export const noPasskeys = (tier: string) =>
  new Refusal('FeatureUnavailableInTierException', `Passkeys are not available in the ${tier} pricing tier.`)
export const tooManyPasskeys = (limit: number) =>
  new Refusal('LimitExceededException', `User has reached the limit of ${limit} passkeys.`)
