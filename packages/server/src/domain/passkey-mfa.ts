import { takesPasskeyForTwoFactors } from './first-factors.ts'
import type { FactorSetting } from './mfa-preference.ts'
import type { Pool } from './pool.ts'
import { factorNotSetUp, passkeyNeedsAnotherFactor } from './refusals.ts'
import type { MfaPreference, User } from './user.ts'

/**
 * Whether a passkey stands in for a second factor after a change. It takes another factor beside it, so that whoever
 * loses the passkey is not locked out.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnMfaSettingsType.html
 */
export function changedPasskeyMfa(
  { pool, user }: { readonly pool: Pool; readonly user: User },
  change: Pick<FactorSetting, 'Enabled'> | undefined,
  others: MfaPreference | undefined,
): true | undefined {
  const { passkeys, passkeyMfa } = user.credentials
  if (change?.Enabled) {
    if (!passkeys || !takesPasskeyForTwoFactors(pool)) throw factorNotSetUp('WEB_AUTHN')
    if (!others) throw passkeyNeedsAnotherFactor()
  }
  return others && (change?.Enabled ?? passkeyMfa) ? true : undefined
}
