import type { UserPoolTierType } from '@cognate/wire/user-pools.ts'
import { defaultAcrName } from './acr-name.ts'
import type { PoolSituation } from './pool-situation.ts'
import type { PoolSettings } from './pool.ts'
import { Refusal } from './refusal.ts'
import { tracksSessions } from './session-tracking.ts'

const tiers: readonly UserPoolTierType[] = ['LITE', 'ESSENTIALS', 'PLUS']

/** What a feature plan below `from` does not have. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html */
const features: readonly {
  readonly from: UserPoolTierType
  readonly name: (settings: PoolSettings) => string
  readonly used: (settings: PoolSettings) => boolean
}[] = [
  {
    from: 'ESSENTIALS',
    name: () => 'Passwordless Sign-In',
    used: ({ Policies }) =>
      Policies?.SignInPolicy?.AllowedFirstAuthFactors?.some((factor) => factor !== 'PASSWORD') ?? false,
  },
  {
    from: 'ESSENTIALS',
    name: ({ LambdaConfig }) =>
      `Token Customization with Pre-Token Generation Lambda ${LambdaConfig?.PreTokenGenerationConfig?.LambdaVersion}`,
    used: ({ LambdaConfig }) => (LambdaConfig?.PreTokenGenerationConfig?.LambdaVersion ?? 'V1_0') !== 'V1_0',
  },
  {
    from: 'ESSENTIALS',
    name: () => 'Password History',
    used: ({ Policies }) => (Policies?.PasswordPolicy?.PasswordHistorySize ?? 0) > 0,
  },
  {
    from: 'ESSENTIALS',
    name: () => 'Dynamic Client Registration',
    used: ({ DcrConfiguration }) => DcrConfiguration?.EnableStatus === 'Enabled',
  },
  {
    from: 'ESSENTIALS',
    name: () => 'Custom ACR Levels',
    used: ({ AcrConfiguration = {} }) =>
      Object.entries(AcrConfiguration).some(([level, { AcrValue }]) => AcrValue !== defaultAcrName(level)),
  },
  {
    from: 'ESSENTIALS',
    name: () => 'Email MFA',
    used: ({ Mfa }) => Mfa?.EmailMfaConfiguration !== undefined,
  },
  {
    from: 'ESSENTIALS',
    name: () => 'Passkey MFA',
    used: ({ Mfa }) => Mfa?.WebAuthnConfiguration?.FactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  },
  {
    from: 'ESSENTIALS',
    name: () => 'Session Management',
    used: tracksSessions,
  },
  {
    from: 'ESSENTIALS',
    name: () => 'Multi-Region Replication',
    used: ({ Replica }) => Replica !== undefined,
  },
  {
    from: 'PLUS',
    name: () => 'Threat Protection',
    used: ({ UserPoolAddOns: addOns }) =>
      (addOns?.AdvancedSecurityMode ?? 'OFF') !== 'OFF' ||
      addOns?.AdvancedSecurityAdditionalFlows?.CustomAuthMode !== undefined,
  },
]

/** Refuses features that the pool's plan does not have; a change to a lower plan is refused by another name. */
export function checkPoolTier(settings: PoolSettings, { before }: PoolSituation): void {
  const tier = settings.UserPoolTier ?? 'ESSENTIALS'
  const unavailable = features.filter((feature) => {
    return rank(feature.from) > rank(tier) && feature.used(settings)
  })
  if (unavailable.length === 0) return
  const lowered = rank(before?.UserPoolTier ?? 'LITE') > rank(tier)
  const names = unavailable.map(({ name }) => name(settings)).join(', ')
  throw new Refusal(
    lowered ? 'TierChangeNotAllowedException' : 'FeatureUnavailableInTierException',
    `The following features need to be disabled for the ${tier} pricing tier configured: ${names}`,
  )
}

const rank = (tier: UserPoolTierType) => tiers.indexOf(tier)
