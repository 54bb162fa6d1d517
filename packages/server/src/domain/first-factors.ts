import type { FirstFactor } from './first-factor.ts'
import { mfaChoices } from './mfa-choices.ts'
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
  return [...passwords, ...others.filter((factor) => allowsFirstFactor(pool, factor))]
}

/**
 * There is no verifier of a password that is kept as Argon2id alone. One that was imported has none before it was sent once,
 * but to say so would tell who was imported, and so who exists.
 */
function passwordFactors({ credentials }: User): readonly FirstFactor[] {
  if (!credentials.password) return []
  return credentials.password.kind === 'argon2id' ? ['PASSWORD'] : ['PASSWORD', 'PASSWORD_SRP']
}

/** Whether a pool lets its users begin with something else than a password. */
export function allowsFirstFactor({ settings }: Pool, factor: FirstFactor): boolean {
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
