import type { FirstFactor } from './first-factor.ts'
import { mfaChoices } from './mfa-choices.ts'
import { storesArgon2idOnly } from './pool-tags.ts'
import type { Pool } from './pool.ts'
import type { User } from './user.ts'

/** Who wants to sign in, with what is kept apart from them. */
export interface FactorHolder {
  readonly pool: Pool
  readonly user: User
  readonly hasPasskey: boolean
}

/**
 * What a user can begin a sign-in by choice with: what the pool allows of what they have. Whoever shows a second factor
 * begins with a password, or with a passkey that the pool takes for two factors.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export function firstFactorsOf({ pool, user, hasPasskey }: FactorHolder): readonly FirstFactor[] {
  if (user.status === 'EXTERNAL_PROVIDER') return []
  const passwords = passwordFactors(user)
  // A temporary password is exchanged before anything else is taken [O].
  if (user.status === 'FORCE_CHANGE_PASSWORD') return passwords
  const withMfa = pool.settings.MfaConfiguration === 'ON' || mfaChoices(pool, user).length > 0
  const others: FirstFactor[] = []
  if (hasPasskey && (!withMfa || passkeyIsTwoFactors(pool))) others.push('WEB_AUTHN')
  if (user.attributes['email'] && !withMfa) others.push('EMAIL_OTP')
  if (user.attributes['phone_number'] && !withMfa) others.push('SMS_OTP')
  return [...passwords, ...others.filter((factor) => allows(pool, factor))]
}

/** There is no verifier of a password that is kept another way than SRP's. */
function passwordFactors({ credentials }: User): readonly FirstFactor[] {
  if (!credentials.password) return []
  return credentials.password.kind === 'srp' ? ['PASSWORD', 'PASSWORD_SRP'] : ['PASSWORD']
}

/** What a name that leads to nobody is answered with: as somebody who has all that the pool allows but a passkey. */
export function firstFactorsOfNobody(pool: Pool): readonly FirstFactor[] {
  const passwords: readonly FirstFactor[] = storesArgon2idOnly(pool.settings)
    ? ['PASSWORD']
    : ['PASSWORD', 'PASSWORD_SRP']
  if (pool.settings.MfaConfiguration === 'ON') return passwords
  return [...passwords, ...(['EMAIL_OTP', 'SMS_OTP'] as const).filter((factor) => allows(pool, factor))]
}

function allows({ settings }: Pool, factor: FirstFactor): boolean {
  return (settings.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? []).some((allowed) => allowed === factor)
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html */
export function passkeyIsTwoFactors({ settings }: Pool): boolean {
  return settings.Mfa?.WebAuthnConfiguration?.FactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION'
}
