import { usableFactors } from './mfa-choices.ts'
import { mfaFactors, type MfaFactor } from './mfa-factor.ts'
import type { Pool } from './pool.ts'
import { factorNotSetUp, invalid } from './refusals.ts'
import type { MfaPreference, User } from './user.ts'

/** What is said of one factor; what is left out stays. */
export interface FactorSetting {
  readonly Enabled?: boolean | undefined
  readonly PreferredMfa?: boolean | undefined
}

export type MfaPreferenceChange = { readonly [Factor in MfaFactor]?: FactorSetting | undefined } & {
  /** It is no second factor itself, so it is not preferred among them. */
  readonly WEB_AUTHN?: Pick<FactorSetting, 'Enabled'> | undefined
}

/**
 * The second factors of a user after a change; undefined when none is turned on. A factor can be turned on when the user
 * has what it needs, and preferred when it is on.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html
 */
export function changedMfaPreference(pool: Pool, user: User, change: MfaPreferenceChange): MfaPreference | undefined {
  const before: MfaPreference = user.credentials.mfa ?? { enabled: [] }
  const usable = usableFactors(pool, user)
  const missing = mfaFactors.find((factor) => change[factor]?.Enabled && !usable.includes(factor))
  if (missing) throw factorNotSetUp(missing)
  const enabled = mfaFactors.filter((factor) => change[factor]?.Enabled ?? before.enabled.includes(factor))
  if (pool.settings.MfaConfiguration === 'ON' && before.enabled.length > 0 && enabled.length === 0)
    throw invalid('MFA cannot be turned off for a user where the user pool requires it.')
  const preferred = preferredFactor(before, change, enabled)
  if (enabled.length === 0) return undefined
  return preferred ? { enabled, preferred } : { enabled }
}

function preferredFactor(
  { preferred: before }: MfaPreference,
  change: MfaPreferenceChange,
  enabled: readonly MfaFactor[],
): MfaFactor | undefined {
  const [asked, another] = mfaFactors.filter((factor) => change[factor]?.PreferredMfa)
  if (another) throw invalid('Only one MFA factor can be preferred.')
  if (asked && !enabled.includes(asked)) throw invalid(`${asked} cannot be preferred, since it is not enabled.`)
  if (asked) return asked
  const stays = before && enabled.includes(before) && change[before]?.PreferredMfa !== false
  return stays ? before : undefined
}
