import type { RequestedPool } from './pool-situation.ts'
import type { PoolSettings } from './pool.ts'

/**
 * The members that an update keeps although it does not name them, against the documentation: the service does, as
 * measured with `UpdateUserPool` in August 2026 (MfaConfiguration, each half of Policies) and through CloudFormation in
 * July 2026 (the others); AutoVerifiedAttributes, measured too, is not one of them. [O]
 * https://github.com/go-to-k/cdkd/pull/1982, https://github.com/go-to-k/cdk-real-drift/issues/702
 */
export function keptWhenNotNamed(before: PoolSettings, requested: RequestedPool): RequestedPool {
  return {
    DeletionProtection: requested.DeletionProtection ?? before.DeletionProtection,
    MfaConfiguration: requested.MfaConfiguration ?? before.MfaConfiguration,
    UserPoolTier: requested.UserPoolTier ?? before.UserPoolTier,
    AccountRecoverySetting: requested.AccountRecoverySetting ?? before.AccountRecoverySetting,
    VerificationMessageTemplate: requested.VerificationMessageTemplate ?? keptTemplate(before, requested),
    Policies: {
      PasswordPolicy: requested.Policies?.PasswordPolicy ?? keptPasswordPolicy(before, requested),
      SignInPolicy: requested.Policies?.SignInPolicy ?? before.Policies?.SignInPolicy,
    },
  }
}

/** What the older members of the request say in its place is not kept. */
function keptTemplate(before: PoolSettings, requested: RequestedPool): PoolSettings['VerificationMessageTemplate'] {
  const kept = before.VerificationMessageTemplate
  return {
    ...kept,
    SmsMessage: requested.SmsVerificationMessage ?? kept?.SmsMessage,
    EmailMessage: requested.EmailVerificationMessage ?? kept?.EmailMessage,
    EmailSubject: requested.EmailVerificationSubject ?? kept?.EmailSubject,
  }
}

/** So the days of temporary passwords, where the request names them in their older place. */
function keptPasswordPolicy({ Policies }: PoolSettings, { AdminCreateUserConfig }: RequestedPool) {
  const kept = Policies?.PasswordPolicy
  const days = AdminCreateUserConfig?.UnusedAccountValidityDays
  return kept && days ? { ...kept, TemporaryPasswordValidityDays: days } : kept
}
