import type { FirstFactor } from './first-factor.ts'
import { mfaChoices } from './mfa-choices.ts'
import { storesArgon2idOnly } from './pool-tags.ts'
import type { Pool } from './pool.ts'
import type { User } from './user.ts'

interface FactorHolder {
  readonly pool: Pool
  readonly user: User
}

/**
 * What a user can begin a sign-in by choice with: what the pool allows of what they have. Whoever shows a second factor
 * begins with a password, or with a passkey that the pool takes for two factors.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export function firstFactorsOf({ pool, user }: FactorHolder): readonly FirstFactor[] {
  if (user.status === 'EXTERNAL_PROVIDER') return []
  const passwords = passwordFactors(user)
  // A temporary password is exchanged before anything else is taken [O].
  if (user.status === 'FORCE_CHANGE_PASSWORD') return passwords
  const withMfa = pool.settings.MfaConfiguration === 'ON' || mfaChoices(pool, user).length > 0
  const others: FirstFactor[] = []
  if (user.credentials.passkeys && (!withMfa || passkeyIsTwoFactors(pool, user))) others.push('WEB_AUTHN')
  if (user.attributes['email'] && !withMfa) others.push('EMAIL_OTP')
  if (user.attributes['phone_number'] && !withMfa) others.push('SMS_OTP')
  return [...passwords, ...others.filter((factor) => allows(pool, factor))]
}

/** There is no verifier of a password that is kept another way than SRP's. */
function passwordFactors({ credentials }: User): readonly FirstFactor[] {
  if (!credentials.password) return []
  return credentials.password.kind === 'srp' ? ['PASSWORD', 'PASSWORD_SRP'] : ['PASSWORD']
}

/**
 * What a name that leads to nobody is answered with: as somebody who has all that the pool allows, but a passkey only
 * for every other name. If none had one, whoever has one would exist.
 */
export function firstFactorsOfNobody(pool: Pool, who: string): readonly FirstFactor[] {
  const passwords: readonly FirstFactor[] = storesArgon2idOnly(pool.settings)
    ? ['PASSWORD']
    : ['PASSWORD', 'PASSWORD_SRP']
  const withMfa = pool.settings.MfaConfiguration === 'ON'
  const passkeys: readonly FirstFactor[] =
    seemsToHavePasskey(who) && (!withMfa || takesPasskeyForTwoFactors(pool)) ? ['WEB_AUTHN'] : []
  const codes: readonly FirstFactor[] = withMfa ? [] : ['EMAIL_OTP', 'SMS_OTP']
  return [...passwords, ...[...passkeys, ...codes].filter((factor) => allows(pool, factor))]
}

/** `who` is a keyed digest of the name. */
const seemsToHavePasskey = (who: string) => (Buffer.from(who, 'base64url')[0] ?? 0) < 128

function allows({ settings }: Pool, factor: FirstFactor): boolean {
  return (settings.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? []).some((allowed) => allowed === factor)
}

/**
 * Whether a user's passkey, if it verifies them, stands in for a second factor: where the pool allows it and they
 * turned it on.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnMfaSettingsType.html
 */
export function passkeyIsTwoFactors(pool: Pool, { credentials }: User): boolean {
  return takesPasskeyForTwoFactors(pool) && credentials.passkeyMfa === true
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html */
export function takesPasskeyForTwoFactors({ settings }: Pool): boolean {
  return settings.Mfa?.WebAuthnConfiguration?.FactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION'
}
